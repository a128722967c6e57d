import { sql, type Kysely, type Selectable, type Transaction } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { ReportOutcome, ThreadSide } from '@buy-locals/contracts/booking/shapes'
import type { Id } from '@buy-locals/values/ids'
import type { SentMessage, Thread } from '../domain/thread.ts'
import type { Database } from './database.ts'

type Db = Kysely<Database>
type Tx = Transaction<Database>
type Booking = Id<'booking'>

const unreadColumns = { consumer: 'consumer_unread_since', business: 'business_unread_since' } as const
const readColumns = { consumer: 'read_by_consumer', business: 'read_by_business' } as const

export async function find(db: Db, bookingId: Booking): Promise<Thread | undefined> {
  const row = await db.selectFrom('threads').selectAll().where('booking_id', '=', bookingId).executeTakeFirst()
  return row && fromRow(row)
}

type NewMessage = Omit<SentMessage, 'number'> & { bookingId: Booking; reader: ThreadSide }

/** Adds the next message, the first one with its thread. `reader` has not read it. */
export async function append(
  tx: Tx,
  { bookingId, sentBy, reader, text, sentAt }: NewMessage,
): Promise<{ thread: Thread; message: SentMessage }> {
  const unread = unreadColumns[reader]
  const row = await tx
    .insertInto('threads')
    .values({ booking_id: bookingId, last_number: 1, last_sent_at: sentAt, [unread]: sentAt, version: 1 })
    .onConflict((conflict) =>
      conflict.column('booking_id').doUpdateSet({
        last_number: sql`threads.last_number + 1`,
        last_sent_at: sentAt,
        [unread]: sql`coalesce(threads.${sql.ref(unread)}, excluded.${sql.ref(unread)})`,
        version: sql`threads.version + 1`,
      }),
    )
    .returningAll()
    .executeTakeFirstOrThrow()
  const thread = fromRow(row)
  const number = thread.lastNumber
  const message = { booking_id: bookingId, number, sent_by: sentBy, text, sent_at: sentAt }
  await tx.insertInto('messages').values(message).execute()
  return { thread, message: { number, sentBy, text, sentAt } }
}

type Reading = { bookingId: Booking; readBy: ThreadSide; upTo: number }

/** Moves the mark of a side forward, never beyond the last message. Undefined where it was there already. */
export async function markRead(tx: Tx, { bookingId, readBy, upTo }: Reading): Promise<Thread | undefined> {
  const [mark, unread] = [readColumns[readBy], unreadColumns[readBy]]
  const row = await tx
    .updateTable('threads')
    .set({
      [mark]: sql`least(${upTo}::integer, last_number)`,
      [unread]: sql`(select min(sent_at) from messages where messages.booking_id = threads.booking_id
        and messages.number > ${upTo}::integer and messages.sent_by <> ${readBy})`,
      version: sql`version + 1`,
    })
    .where('booking_id', '=', bookingId)
    .where(mark, '<', sql<number>`least(${upTo}::integer, last_number)`)
    .returningAll()
    .executeTakeFirst()
  return row && fromRow(row)
}

/** The newest first. */
export async function listMessages(
  db: Db,
  bookingId: Booking,
  limit: number,
  before: number | undefined,
): Promise<SentMessage[]> {
  const all = selectMessages(db).where('messages.booking_id', '=', bookingId)
  const page = before === undefined ? all : all.where('messages.number', '<', before)
  return (await page.orderBy('messages.number', 'desc').limit(limit).execute()).map(fromMessageRow)
}

export async function findMessage(db: Db, bookingId: Booking, number: number): Promise<SentMessage | undefined> {
  const found = selectMessages(db).where('messages.booking_id', '=', bookingId).where('messages.number', '=', number)
  const row = await found.executeTakeFirst()
  return row && fromMessageRow(row)
}

const selectMessages = (db: Db) =>
  db
    .selectFrom('messages')
    .leftJoin('message_reports as report', (join) =>
      join.onRef('report.booking_id', '=', 'messages.booking_id').onRef('report.number', '=', 'messages.number'),
    )
    .select(['messages.number', 'sent_by', 'text', 'sent_at'])
    .select(['report.id as report_id', 'outcome', 'outcome_reason'])

type MessageRow = Awaited<ReturnType<ReturnType<typeof selectMessages>['executeTakeFirstOrThrow']>>

const fromMessageRow = ({ number, sent_by, text, sent_at, report_id, outcome, outcome_reason }: MessageRow) => ({
  ...{ number, sentBy: sent_by as ThreadSide, text, sentAt: sent_at },
  ...(report_id && {
    report: outcome ? { decision: { outcome: outcome as ReportOutcome, reason: outcome_reason ?? '' } } : {},
  }),
})

/** In which of these bookings this side has something to read. */
export async function findUnread(
  db: Db,
  bookingIds: readonly Booking[],
  reader: ThreadSide,
): Promise<ReadonlySet<string>> {
  if (bookingIds.length === 0) return new Set()
  const threads = db.selectFrom('threads').select('booking_id').where(unreadColumns[reader], 'is not', null)
  const rows = await threads.where('booking_id', '=', sql<string>`any(${bookingIds})`).execute()
  return new Set(rows.map(({ booking_id }) => booking_id))
}

/** All that was written in the bookings of one person. What others wrote and the operator has removed is not theirs to have again. */
export async function listOfConsumer(
  db: Db,
  consumerId: Id<'person'>,
  limit: number,
  after: { bookingId: string; number: number } = { bookingId: '', number: 0 },
): Promise<{ bookingId: string; sentBy: string; text: string; sentAt: Temporal.Instant; number: number }[]> {
  return await db
    .selectFrom('messages')
    .innerJoin('bookings', 'bookings.id', 'messages.booking_id')
    .select(['messages.booking_id as bookingId', 'sent_by as sentBy', 'text', 'sent_at as sentAt', 'number'])
    .where('bookings.consumer_id', '=', consumerId)
    .where(sql<boolean>`(messages.booking_id, number) > (${after.bookingId}, ${after.number}::integer)`)
    .where(
      sql<boolean>`(sent_by = 'consumer' or not exists (
      select from message_reports r
      where r.booking_id = messages.booking_id and r.number = messages.number and r.outcome = 'removed'))`,
    )
    .orderBy('messages.booking_id')
    .orderBy('number')
    .limit(limit)
    .execute()
}

/** Its messages go with a thread. */
export async function removeOfConsumer(tx: Tx, consumerId: Id<'person'>): Promise<void> {
  await tx
    .deleteFrom('threads')
    .where('booking_id', 'in', (own) => own.selectFrom('bookings').select('id').where('consumer_id', '=', consumerId))
    .execute()
}

const fromRow = (row: Selectable<Database['threads']>): Thread => ({
  lastNumber: row.last_number,
  read: { consumer: row.read_by_consumer, business: row.read_by_business },
  unreadSince: {
    consumer: row.consumer_unread_since ?? undefined,
    business: row.business_unread_since ?? undefined,
  },
  version: row.version,
})
