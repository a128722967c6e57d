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

/** Straight from the ledger, in the currency of the business. */
export async function readBalance(db: Db, businessId: Id<'business'>, currency: Currency): Promise<Balance> {
  const { rows } = await sql<Record<keyof Balance, number>>`
    select coalesce(-sum(movement.amount) filter (where account.kind in ('held', 'business') and funds not in ('frozen', 'disputed')), 0)::bigint as held,
           coalesce(-sum(movement.amount) filter (where account.kind = 'held' and funds in ('frozen', 'disputed')), 0)::bigint as frozen,
           coalesce(-sum(movement.amount) filter (where account.kind = 'stripe' and movement.kind in ('dispute', 'dispute-reinstated') and funds = 'disputed'), 0)::bigint as disputed,
           coalesce(-sum(movement.amount) filter (where account.kind = 'stripe' and movement.kind in ('transfer', 'reversal')), 0)::bigint as released,
           coalesce(sum(movement.amount) filter (where account.kind = 'debt'), 0)::bigint as owed
    from (
      select movement.kind, movement.payment_id, entry.account_id, entry.amount
      from ledger_transactions movement join ledger_entries entry on entry.transaction_id = movement.id
      where movement.business_id = ${businessId} and movement.currency = ${currency}
    ) movement
    join ledger_accounts account on account.id = movement.account_id
    join payments on payments.id = movement.payment_id`.execute(db)
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
