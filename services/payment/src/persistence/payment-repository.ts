import { sql, type Kysely, type Selectable, type Transaction } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { Id } from '@buy-locals/values/ids'
import type { Currency } from '@buy-locals/values/money'
import type { Funds, Payment, Status } from '../domain/payment.ts'
import type { Database } from './database.ts'

type Db = Kysely<Database>
type Tx = Transaction<Database>

export async function find(db: Db, id: Id<'payment'>): Promise<Payment | undefined> {
  const row = await db.selectFrom('payments').selectAll().where('id', '=', id).executeTakeFirst()
  return row && fromRow(row)
}

/** All payments of a booking, the oldest first. At most one of them has not been cancelled. */
export async function ofBooking(db: Db, bookingId: Id<'booking'>): Promise<Payment[]> {
  const rows = await db.selectFrom('payments').selectAll().where('booking_id', '=', bookingId).orderBy('id').execute()
  return rows.map(fromRow)
}

export async function insert(tx: Tx, payment: Payment): Promise<void> {
  await tx
    .insertInto('payments')
    .values({ id: payment.id, created_at: payment.createdAt, ...toRow(payment) })
    .execute()
}

export async function update(tx: Tx, payment: Payment): Promise<void> {
  await tx.updateTable('payments').set(toRow(payment)).where('id', '=', payment.id).execute()
}

export async function noteIntent(db: Db, id: Id<'payment'>, intent: string): Promise<void> {
  await db.updateTable('payments').set({ intent }).where('id', '=', id).where('intent', 'is', null).execute()
}

/** The next number of the market. It is counted with the payment, so none is left out. */
export async function nextReceipt(tx: Tx, marketId: Id<'market'>, slug: string): Promise<string> {
  const { count } = await tx
    .insertInto('receipts_given')
    .values({ market_id: marketId, count: 1 })
    .onConflict((conflict) => conflict.column('market_id').doUpdateSet({ count: sql`receipts_given.count + 1` }))
    .returning('count')
    .executeTakeFirstOrThrow()
  return `${slug.toUpperCase()}-${String(count).padStart(6, '0')}`
}

/** What has been open for so long that a webhook may be lost. */
export async function openSince(db: Db, before: Temporal.Instant): Promise<string[]> {
  const rows = await db
    .selectFrom('payments')
    .select('intent')
    .where('status', 'in', ['awaiting', 'failed'])
    .where('created_at', '<', before)
    .where('intent', 'is not', null)
    .orderBy('created_at')
    .limit(500)
    .execute()
  return rows.flatMap(({ intent }) => intent ?? [])
}

export async function pageAfter(db: Db, id: string): Promise<Payment[]> {
  const rows = await db.selectFrom('payments').selectAll().where('id', '>', id).orderBy('id').limit(500).execute()
  return rows.map(fromRow)
}

function toRow(payment: Payment) {
  return {
    booking_id: payment.bookingId,
    business_id: payment.businessId,
    consumer_id: payment.consumerId,
    market_id: payment.marketId,
    status: payment.status,
    funds: payment.funds,
    currency: payment.amount.currency,
    amount: payment.amount.amount,
    captured: payment.captured.amount,
    refunded: payment.refunded.amount,
    fee_basis_points: payment.feeBasisPoints,
    unusable: payment.unusable,
    intent: payment.intent ?? null,
    charge: payment.charge ?? null,
    card_brand: payment.card?.brand ?? null,
    card_last4: payment.card?.last4 ?? null,
    paid_at: payment.paidAt ?? null,
    release_at: payment.releaseAt ?? null,
    receipt: payment.receipt ?? null,
    version: payment.version,
  }
}

function fromRow(row: Selectable<Database['payments']>): Payment {
  const currency = row.currency as Currency
  const { card_brand: brand, card_last4: last4 } = row
  return {
    id: row.id as Id<'payment'>,
    bookingId: row.booking_id as Id<'booking'>,
    businessId: row.business_id as Id<'business'>,
    consumerId: row.consumer_id as Id<'person'>,
    marketId: row.market_id as Id<'market'>,
    status: row.status as Status,
    funds: row.funds as Funds,
    amount: { amount: row.amount, currency },
    captured: { amount: row.captured, currency },
    refunded: { amount: row.refunded, currency },
    feeBasisPoints: row.fee_basis_points,
    unusable: row.unusable,
    intent: row.intent ?? undefined,
    charge: row.charge ?? undefined,
    card: brand && last4 ? { brand, last4 } : undefined,
    paidAt: row.paid_at ?? undefined,
    releaseAt: row.release_at ?? undefined,
    receipt: row.receipt ?? undefined,
    createdAt: row.created_at,
    version: row.version,
  }
}
