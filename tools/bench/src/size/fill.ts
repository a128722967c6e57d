import { Client } from 'pg'
import { copyRows } from './copy-rows.ts'
import { schemas, type Plan } from './plan.ts'
import { rowsOfBookings } from './rows-of-bookings.ts'
import { rowsOfDiscovery } from './rows-of-discovery.ts'
import { rowsOfMoney } from './rows-of-money.ts'
import { rowsOfNotifications } from './rows-of-notifications.ts'
import { rowsOfPeople } from './rows-of-people.ts'
import { rowsOfReviews } from './rows-of-reviews.ts'
import { withoutConstraints } from './without-constraints.ts'

const all = [rowsOfPeople, rowsOfDiscovery, rowsOfBookings, rowsOfMoney, rowsOfReviews, rowsOfNotifications]
const hasty = ['fsync = off', 'full_page_writes = off', 'synchronous_commit = off', "max_wal_size = '8GB'", 'autovacuum = off'] // prettier-ignore
/** What the ledger's trigger would have added up. */
const sumsOfLedger = `
  insert into payment.ledger_sums
  select business_id, entry.currency,
    coalesce(-sum(amount) filter (where account.kind in ('held', 'business')), 0),
    coalesce(-sum(amount) filter (where account.kind = 'stripe' and movement.kind in ('transfer', 'reversal')), 0),
    coalesce(sum(amount) filter (where account.kind = 'debt'), 0)
  from payment.ledger_transactions movement
  join payment.ledger_entries entry on entry.transaction_id = movement.id
  join payment.ledger_accounts account on account.id = entry.account_id
  group by business_id, entry.currency`

/** As many rows as a large country would make in two years. */
export async function fill(databaseUrl: string, plan: Plan, print: (text: string) => void): Promise<void> {
  const db = new Client({ connectionString: databaseUrl })
  await db.connect()
  await using ends = new AsyncDisposableStack()
  ends.defer(() => db.end())
  for (const setting of hasty) await db.query(`alter system set ${setting}`)
  await db.query('select pg_reload_conf()')
  await db.query('set session_replication_role = replica') // triggers look at every row
  await withoutConstraints(db, schemas, async () => {
    for (const copy of all.flatMap((rows) => [...rows(plan)])) {
      const began = performance.now()
      await copyRows(db, copy)
      print(`${copy.table}: ${copy.count} rows in ${((performance.now() - began) / 1000).toFixed(1)} s`)
    }
    await db.query('delete from business.search_counts')
    await db.query(
      `insert into business.search_counts (cell, label, businesses)
       select count_cell, label, count(*) from business.search_docs, unnest(labels || array['']) as label group by 1, 2`,
    )
    await db.query(`select setval('business.site_numbers', (select max(site_number) from business.businesses))`)
    await db.query('delete from payment.ledger_sums')
    await db.query(sumsOfLedger)
    print('Making indexes and constraints …')
  })
  await db.query('alter system reset autovacuum')
  await db.query('vacuum analyze')
}
