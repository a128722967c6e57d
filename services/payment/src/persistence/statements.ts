import { sql, type Kysely } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { z } from 'zod'
import type { transaction } from '@buy-locals/contracts/payment/shapes'
import type { Id } from '@buy-locals/values/ids'
import type { Currency, Money } from '@buy-locals/values/money'
import type { PostingKind } from '../domain/posting.ts'
import type { Database } from './database.ts'

type Db = Kysely<Database>

export type Balance = { held: Money; frozen: Money; disputed: Money; released: Money; owed: Money }

/** In the currency of the business: by the ledger's sums, less what is set aside of them because a payment is frozen or disputed. */
export async function readBalance(db: Db, businessId: Id<'business'>, currency: Currency): Promise<Balance> {
  const { rows } = await sql<Record<keyof Balance, number>>`
    select (coalesce(sums.held, 0) - aside.held)::bigint as held, aside.frozen, aside.disputed,
           coalesce(sums.released, 0) as released, coalesce(sums.owed, 0) as owed
    from (
      select coalesce(-sum(entry.amount) filter (where account.kind in ('held', 'business')), 0)::bigint as held,
             coalesce(-sum(entry.amount) filter (where account.kind = 'held'), 0)::bigint as frozen,
             coalesce(-sum(entry.amount) filter (where account.kind = 'stripe' and movement.kind in ('dispute', 'dispute-reinstated') and funds = 'disputed'), 0)::bigint as disputed
      from payments
      join ledger_transactions movement on movement.payment_id = payments.id
      join ledger_entries entry on entry.transaction_id = movement.id
      join ledger_accounts account on account.id = entry.account_id
      where payments.business_id = ${businessId} and payments.currency = ${currency} and funds in ('frozen', 'disputed')
    ) aside
    left join ledger_sums sums on sums.business_id = ${businessId} and sums.currency = ${currency}`.execute(db)
  const { held = 0, frozen = 0, disputed = 0, released = 0, owed = 0 } = rows[0] ?? {}
  const money = (amount: number): Money => ({ amount, currency })
  return {
    ...{ held: money(held), frozen: money(frozen), disputed: money(disputed) },
    ...{ released: money(released), owed: money(owed) },
  }
}

/** A transaction of the ledger as an owner reads it. */
export type Movement = {
  id: string
  at: Temporal.Instant
  kind: (typeof shownKinds)[keyof typeof shownKinds]
  bookingId: Id<'booking'>
  description: string
  gross: Money
  fee: Money
  net: Money
}

/** Transfers and reversals are left out, because they only carry out a release or a claw-back. */
const shownKinds = {
  payment: 'payment',
  refund: 'refund',
  'refund-failed': 'refund',
  release: 'release',
  'claw-back': 'claw-back',
  dispute: 'dispute',
  'dispute-reinstated': 'dispute-reinstated',
} as const satisfies Partial<Record<PostingKind, z.input<typeof transaction>['kind']>>

export async function listMovements(
  db: Db,
  businessId: Id<'business'>,
  { before, limit }: { before?: string | undefined; limit: number },
): Promise<Movement[]> {
  let query = db
    .selectFrom('ledger_transactions')
    .innerJoin('bookings', 'bookings.id', 'ledger_transactions.booking_id')
    .selectAll('ledger_transactions')
    .select('bookings.service_name')
    .where('ledger_transactions.business_id', '=', businessId)
    .where('kind', 'in', Object.keys(shownKinds))
  if (before) query = query.where('ledger_transactions.id', '<', before)
  const rows = await query.orderBy('ledger_transactions.id', 'desc').limit(limit).execute()
  return rows.map((row) => {
    const money = (amount: number): Money => ({ amount, currency: row.currency as Currency })
    return {
      id: row.id,
      at: row.at,
      kind: shownKinds[row.kind as keyof typeof shownKinds],
      bookingId: row.booking_id as Id<'booking'>,
      description: row.service_name,
      gross: money(row.gross),
      fee: money(row.fee),
      net: money(row.net),
    }
  })
}
