import { sql, type Kysely } from 'kysely'
import type { Currency } from '@buy-locals/values/money'
import type { CapturedPayment, PaymentSums } from '../domain/ledger-faults.ts'
import type { Database } from './database.ts'

type Db = Kysely<Database>

export async function countEntries(db: Db): Promise<number> {
  const query = db.selectFrom('ledger_entries').select(({ fn }) => fn.countAll<number>().as('count'))
  return (await query.executeTakeFirstOrThrow()).count
}

/** Transactions whose entries do not sum to zero, or that have fewer than two. */
export async function listUnbalanced(
  db: Db,
): Promise<{ id: string; currency: string; off: string; entries: string }[]> {
  const { rows } = await sql<{ id: string; currency: string; off: string; entries: string }>`
    select movement.id, coalesce(entry.currency, movement.currency) as currency, coalesce(sum(amount), 0)::text as off,
           string_agg(coalesce(account_id || ' ' || amount, 'no entries'), ', ') as entries
    from ledger_transactions movement left join ledger_entries entry on entry.transaction_id = movement.id
    group by movement.id, coalesce(entry.currency, movement.currency) having coalesce(sum(amount), 0) <> 0 or count(entry.id) < 2`.execute(
    db,
  )
  return rows
}

export async function listCapturedPayments(db: Db): Promise<CapturedPayment[]> {
  return db.selectFrom('payments').select(['id', 'captured', 'refunded']).where('captured', '>', 0).execute()
}

/** Bookings that take or took place, and for which more or less is used than they cost online. */
export async function listWronglyPaid(
  db: Db,
): Promise<{ id: string; deposit: number; used: number; payments: string }[]> {
  const { rows } = await sql<{ id: string; deposit: number; used: number; payments: string }>`
    select booking.id, deposit_amount as deposit, sum(captured - excess)::bigint as used, string_agg(payment.id, ', ') as payments
    from bookings booking join payments payment on payment.booking_id = booking.id
    where booking.status in ('confirmed', 'completed', 'no-show') and payment.status = 'succeeded' and not unusable
      and (move_version is null or move_version is distinct from held_move_version)
    group by booking.id having sum(captured - excess) <> deposit_amount`.execute(db)
  return rows
}

export async function sumByPayment(db: Db): Promise<Map<string, PaymentSums>> {
  const { rows } = await sql<PaymentSums & { id: string }>`
    select payment_id as id,
      coalesce(sum(amount) filter (where account.kind = 'stripe' and movement.kind = 'payment'), 0)::bigint as captured,
      coalesce(-sum(amount) filter (where account.kind = 'held'), 0)::bigint as held,
      coalesce(-sum(amount) filter (where account.kind = 'business' and movement.kind = 'release' and amount < 0), 0)::bigint
        - coalesce(sum(amount) filter (where account.kind = 'debt' and movement.kind = 'claw-back'), 0)::bigint as business,
      coalesce(-sum(amount) filter (where account.kind = 'fee'), 0)::bigint as fee,
      coalesce(-sum(amount) filter (where account.kind = 'stripe' and movement.kind in ('refund', 'refund-failed')), 0)::bigint as refunded,
      coalesce(-sum(amount) filter (where account.kind = 'stripe' and movement.kind in ('dispute', 'dispute-reinstated')), 0)::bigint as disputed,
      coalesce(sum(amount) filter (where account.kind = 'loss'), 0)::bigint as loss,
      coalesce(-sum(amount) filter (where account.kind = 'stripe' and movement.kind in ('transfer', 'reversal')), 0)::bigint as transferred
    from ledger_transactions movement
    join ledger_entries entry on entry.transaction_id = movement.id
    join ledger_accounts account on account.id = entry.account_id
    group by payment_id`.execute(db)
  return new Map(rows.map(({ id, ...sums }) => [id, sums]))
}

/** Businesses whose balance would not be what the ledger says. */
export async function listWrongSums(db: Db): Promise<{ id: string; summed: string; entered: string }[]> {
  const { rows } = await sql<{ id: string; summed: string; entered: string }>`
    with entered as (
      select movement.business_id, entry.currency,
        coalesce(-sum(amount) filter (where account.kind in ('held', 'business')), 0) as held,
        coalesce(-sum(amount) filter (where account.kind = 'stripe' and movement.kind in ('transfer', 'reversal')), 0) as released,
        coalesce(sum(amount) filter (where account.kind = 'debt'), 0) as owed
      from ledger_transactions movement
      join ledger_entries entry on entry.transaction_id = movement.id
      join ledger_accounts account on account.id = entry.account_id
      group by movement.business_id, entry.currency)
    select business_id as id, concat_ws(' ', summed.held, summed.released, summed.owed, currency) as summed,
      concat_ws(' ', entered.held, entered.released, entered.owed, currency) as entered
    from ledger_sums summed full join entered using (business_id, currency)
    where (summed.held, summed.released, summed.owed) is distinct from (entered.held, entered.released, entered.owed)`.execute(
    db,
  )
  return rows
}

/** What the ledger has in the account `stripe`. */
export async function sumAtProvider(db: Db): Promise<Map<Currency, number>> {
  const rows = await db
    .selectFrom('ledger_entries')
    .innerJoin('ledger_accounts', 'ledger_accounts.id', 'account_id')
    .select(({ fn }) => ['ledger_entries.currency', fn.sum<string>('amount').as('amount')])
    .where('kind', '=', sql.lit('stripe'))
    .groupBy('ledger_entries.currency')
    .execute()
  return new Map(rows.map(({ currency, amount }) => [currency as Currency, Number(amount)]))
}
