import type { Kysely, Selectable, Transaction } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { Id } from '@buy-locals/values/ids'
import type { Payee } from '../domain/payee.ts'
import type { Database } from './database.ts'

type Db = Kysely<Database>
type Tx = Transaction<Database>

export async function find(db: Db, businessId: Id<'business'>): Promise<Payee | undefined> {
  const row = await db.selectFrom('payees').selectAll().where('business_id', '=', businessId).executeTakeFirst()
  return row && fromRow(row)
}

export async function findByAccount(db: Db, account: string): Promise<Payee | undefined> {
  const row = await db.selectFrom('payees').selectAll().where('account', '=', account).executeTakeFirst()
  return row && fromRow(row)
}

/** Releases to one business happen one after the other, so that a debt is taken off once. */
export async function lock(tx: Tx, businessId: Id<'business'>): Promise<Payee | undefined> {
  const query = tx.selectFrom('payees').selectAll().where('business_id', '=', businessId)
  const row = await query.forUpdate().executeTakeFirst()
  return row && fromRow(row)
}

/** Returns whether it is the first, which stays. A conflict on either key counts: with `business_id` alone a second insert at the same moment breaks on `account`. */
export async function insert(tx: Tx, payee: Payee): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('payees')
    .values({ business_id: payee.businessId, ...toRow(payee) })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

export async function update(tx: Tx, payee: Payee): Promise<void> {
  await tx.updateTable('payees').set(toRow(payee)).where('business_id', '=', payee.businessId).execute()
}

/** Accounts that are not ready although their owner was sent to the provider since `after`, the last sent first. */
export async function listOnboarding(db: Db, after: Temporal.Instant, limit: number): Promise<string[]> {
  const unready = db
    .selectFrom('payees')
    .select('account')
    .where((payee) => payee.or([payee('charges_enabled', '=', false), payee('payouts_enabled', '=', false)]))
    .where('deauthorized', '=', false)
    .where('onboarding_since', '>', after)
  const rows = await unready.orderBy('onboarding_since', 'desc').limit(limit).execute()
  return rows.map(({ account }) => account)
}

/** Accounts that their owners have filled in, and those whose owner was sent to the provider since `onboardedAfter`: the next ones by their business. */
export async function listInUse(
  db: Db,
  { onboardedAfter, after, limit }: { onboardedAfter: Temporal.Instant; after: string; limit: number },
): Promise<{ business_id: string; account: string }[]> {
  return db
    .selectFrom('payees')
    .select(['business_id', 'account'])
    .where('business_id', '>', after)
    .where('deauthorized', '=', false)
    .where((payee) => payee.or([payee('details_submitted', '=', true), payee('onboarding_since', '>', onboardedAfter)]))
    .orderBy('business_id')
    .limit(limit)
    .execute()
}

export async function setOnboarding(db: Db, businessId: Id<'business'>, since: Temporal.Instant): Promise<void> {
  await db.updateTable('payees').set({ onboarding_since: since }).where('business_id', '=', businessId).execute()
}

export async function list(db: Db): Promise<Payee[]> {
  return (await db.selectFrom('payees').selectAll().orderBy('business_id').execute()).map(fromRow)
}

const toRow = (payee: Payee) => ({
  account: payee.account,
  details_submitted: payee.detailsSubmitted,
  charges_enabled: payee.chargesEnabled,
  payouts_enabled: payee.payoutsEnabled,
  requirements: payee.requirements,
  deauthorized: payee.deauthorized,
  accounts_made: payee.accountsMade,
  onboarding_since: payee.onboardingSince,
  version: payee.version,
})

const fromRow = (row: Selectable<Database['payees']>): Payee => ({
  businessId: row.business_id as Id<'business'>,
  account: row.account,
  detailsSubmitted: row.details_submitted,
  chargesEnabled: row.charges_enabled,
  payoutsEnabled: row.payouts_enabled,
  requirements: row.requirements,
  deauthorized: row.deauthorized,
  accountsMade: row.accounts_made,
  onboardingSince: row.onboarding_since,
  version: row.version,
})
