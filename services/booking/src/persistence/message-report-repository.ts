import type { Kysely, Transaction } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { ReportOutcome, ThreadSide } from '@buy-locals/contracts/booking/shapes'
import type { Id } from '@buy-locals/values/ids'
import type { Booking } from '../domain/booking.ts'
import type { SentMessage } from '../domain/thread.ts'
import { fromRow } from './booking-repository.ts'
import { noName } from './booking-lists.ts'
import type { Database } from './database.ts'

type Db = Kysely<Database>
type Tx = Transaction<Database>
type Instant = Temporal.Instant

type NewReport = {
  bookingId: Id<'booking'>
  number: number
  marketId: Id<'market'>
  reason: string
  reportedAt: Instant
}

/** False where the message was reported already. */
export async function insert(
  tx: Tx,
  id: Id<'messageReport'>,
  { bookingId, number, marketId, reason, reportedAt }: NewReport,
): Promise<boolean> {
  const row = { id, booking_id: bookingId, number, market_id: marketId, reason, reported_at: reportedAt }
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('message_reports')
    .values(row)
    .onConflict((conflict) => conflict.columns(['booking_id', 'number']).doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

type Found = { bookingId: Id<'booking'>; marketId: Id<'market'>; number: number; sentBy: ThreadSide }

export async function find(tx: Tx, id: Id<'messageReport'>): Promise<Found | undefined> {
  const row = await tx
    .selectFrom('message_reports as report')
    .innerJoin('messages', (join) =>
      join.onRef('messages.booking_id', '=', 'report.booking_id').onRef('messages.number', '=', 'report.number'),
    )
    .select(['report.booking_id', 'market_id', 'report.number', 'sent_by'])
    .where('report.id', '=', id)
    .executeTakeFirst()
  return (
    row && {
      bookingId: row.booking_id as Id<'booking'>,
      marketId: row.market_id as Id<'market'>,
      number: row.number,
      sentBy: row.sent_by as ThreadSide,
    }
  )
}

type Decision = { outcome: ReportOutcome; reason: string; decidedAt: Instant }

/** False where somebody has decided already. */
export async function decide(
  tx: Tx,
  id: Id<'messageReport'>,
  { outcome, reason, decidedAt }: Decision,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('message_reports')
    .set({ outcome, outcome_reason: reason, decided_at: decidedAt })
    .where('id', '=', id)
    .where('outcome', 'is', null)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

export type OpenReport = {
  id: Id<'messageReport'>
  booking: Booking
  businessName: string
  customerName: string
  message: SentMessage
  reason: string
  reportedAt: Instant
}

/** Nobody has decided about these: the oldest report first. */
export async function listOpen(
  db: Db,
  marketId: Id<'market'>,
  limit: number,
  after: Id<'messageReport'> | undefined,
): Promise<OpenReport[]> {
  const rows = await db
    .selectFrom('message_reports as report')
    .innerJoin('messages', (join) =>
      join.onRef('messages.booking_id', '=', 'report.booking_id').onRef('messages.number', '=', 'report.number'),
    )
    .innerJoin('bookings', 'bookings.id', 'report.booking_id')
    .innerJoin('businesses', 'businesses.id', 'bookings.business_id')
    .leftJoin('people', 'people.id', 'bookings.consumer_id')
    .selectAll('bookings')
    .select(['report.id as report_id', 'report.reason as report_reason', 'reported_at'])
    .select(['messages.number', 'sent_by', 'text', 'sent_at'])
    .select(['businesses.name as business_name', 'people.name as person_name'])
    .where('report.market_id', '=', marketId)
    .where('report.outcome', 'is', null)
    .where('report.id', '>', after ?? '')
    .orderBy('report.id')
    .limit(limit)
    .execute()
  return rows.map((row) => ({
    id: row.report_id as Id<'messageReport'>,
    booking: fromRow(row),
    businessName: row.business_name,
    customerName: row.person_name ?? noName,
    message: { number: row.number, sentBy: row.sent_by as ThreadSide, text: row.text, sentAt: row.sent_at },
    reason: row.report_reason,
    reportedAt: row.reported_at,
  }))
}
