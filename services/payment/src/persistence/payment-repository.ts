import { sql, type Kysely, type Selectable, type Transaction } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { Id } from '@buy-locals/values/ids'
import type { Currency } from '@buy-locals/values/money'
import { openStatuses, type Payment } from '../domain/payment.ts'
import type { Database } from './database.ts'

type Db = Kysely<Database>
type Tx = Transaction<Database>

export async function find(db: Db, id: Id<'payment'>): Promise<Payment | undefined> {
  const row = await db.selectFrom('payments').selectAll().where('id', '=', id).executeTakeFirst()
  return row && fromRow(row)
}

/** By the provider's id of its PaymentIntent. */
export async function findByIntent(db: Db, paymentIntentId: string): Promise<Payment | undefined> {
  const query = db.selectFrom('payments').selectAll().where('payment_intent_id', '=', paymentIntentId)
  const row = await query.executeTakeFirst()
  return row && fromRow(row)
}

/** Those of the PaymentIntents that are ours. */
export async function filterOurIntents(db: Db, paymentIntentIds: readonly string[]): Promise<Set<string>> {
  if (paymentIntentIds.length === 0) return new Set()
  const query = db.selectFrom('payments').select('payment_intent_id').where('payment_intent_id', 'in', paymentIntentIds)
  return new Set((await query.execute()).flatMap(({ payment_intent_id }) => payment_intent_id ?? []))
}

/** Payments of a business whose money waits to be released, those that have waited longest first. */
export async function listReleasable(tx: Tx, businessId: Id<'business'>, limit: number): Promise<Id<'payment'>[]> {
  const rows = await tx
    .selectFrom('payments')
    .select('id')
    .where('business_id', '=', businessId)
    .where('funds', '=', sql.lit('held'))
    .where('release_at', 'is not', null)
    .orderBy('release_at')
    .limit(limit)
    .execute()
  return rows.map(({ id }) => id as Id<'payment'>)
}

/** Those of the bookings that have a payment. */
export async function whichHaveAny(db: Db, bookingIds: readonly Id<'booking'>[]): Promise<ReadonlySet<string>> {
  if (bookingIds.length === 0) return new Set()
  const ofThem = db.selectFrom('payments').select('booking_id').distinct()
  const rows = await ofThem.where('booking_id', '=', sql<string>`any(${bookingIds})`).execute()
  return new Set(rows.map((row) => row.booking_id))
}

/** All payments of a booking, the oldest first. At most one of each sum that was due has not been cancelled. */
export async function listByBooking(db: Db, bookingId: Id<'booking'>): Promise<Payment[]> {
  const rows = await db.selectFrom('payments').selectAll().where('booking_id', '=', bookingId).orderBy('id').execute()
  return rows.map(fromRow)
}

/** The newest first. */
export async function listOfConsumer(
  db: Db,
  consumerId: Id<'person'>,
  limit: number,
  before?: string,
): Promise<Payment[]> {
  const all = db.selectFrom('payments').selectAll().where('consumer_id', '=', consumerId)
  const own = before === undefined ? all : all.where('id', '<', before)
  return (await own.orderBy('id', 'desc').limit(limit).execute()).map(fromRow)
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

export async function setPaymentIntent(db: Db, id: Id<'payment'>, paymentIntentId: string): Promise<void> {
  const update = db.updateTable('payments').set({ payment_intent_id: paymentIntentId }).where('id', '=', id)
  await update.where('payment_intent_id', 'is', null).execute()
}

/** The next receipt number of the market. It is counted in the payment's transaction, so there are no gaps. */
export async function takeReceiptNumber(tx: Tx, marketId: Id<'market'>, slug: string): Promise<string> {
  const { last_number: number } = await tx
    .insertInto('receipt_numbers')
    .values({ market_id: marketId, last_number: 1 })
    .onConflict((conflict) =>
      conflict.column('market_id').doUpdateSet({ last_number: sql`receipt_numbers.last_number + 1` }),
    )
    .returning('last_number')
    .executeTakeFirstOrThrow()
  return `${slug.toUpperCase()}-${String(number).padStart(6, '0')}`
}

/** PaymentIntents of payments that are open, of those created in a span of time. */
export async function listOpenIntents(
  db: Db,
  { after, before }: { after: Temporal.Instant; before: Temporal.Instant },
  limit: number,
): Promise<string[]> {
  const rows = await db
    .selectFrom('payments')
    .select('payment_intent_id')
    .where(
      'status',
      'in',
      openStatuses.map((status) => sql.lit(status)),
    )
    .where('created_at', '>', after)
    .where('created_at', '<', before)
    .where('payment_intent_id', 'is not', null)
    .orderBy('created_at')
    .limit(limit)
    .execute()
  return rows.flatMap(({ payment_intent_id }) => payment_intent_id ?? [])
}

export async function listAfter(db: Db, id: string): Promise<Payment[]> {
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
    excess: payment.excess.amount,
    move_version: payment.moveVersion ?? null,
    unusable: payment.unusable,
    payment_intent_id: payment.paymentIntentId ?? null,
    charge_id: payment.chargeId ?? null,
    card_brand: payment.card?.brand ?? null,
    card_last4: payment.card?.last4 ?? null,
    paid_at: payment.paidAt ?? null,
    release_at: payment.releaseAt ?? null,
    receipt_number: payment.receiptNumber ?? null,
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
    status: row.status as Payment['status'],
    funds: row.funds as Payment['funds'],
    amount: { amount: row.amount, currency },
    captured: { amount: row.captured, currency },
    refunded: { amount: row.refunded, currency },
    feeBasisPoints: row.fee_basis_points,
    excess: { amount: row.excess, currency },
    moveVersion: row.move_version ?? undefined,
    unusable: row.unusable,
    paymentIntentId: row.payment_intent_id ?? undefined,
    chargeId: row.charge_id ?? undefined,
    card: brand && last4 ? { brand, last4 } : undefined,
    paidAt: row.paid_at ?? undefined,
    releaseAt: row.release_at ?? undefined,
    receiptNumber: row.receipt_number ?? undefined,
    createdAt: row.created_at,
    version: row.version,
  }
}
