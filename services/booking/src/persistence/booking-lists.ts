import { sql, type Kysely } from 'kysely'
import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { id, type Id } from '@buy-locals/values/ids'
import { instant } from '@buy-locals/values/time'
import type { Booking } from '../domain/booking.ts'
import { fromRow } from './booking-repository.ts'
import type { Database } from './database.ts'

type Db = Kysely<Database>
type Instant = Temporal.Instant
export type Customer = { name: string; email?: string | undefined; phone?: string | undefined }

/** Of somebody whose name has not arrived yet, or is not kept any more. */
const nameless = '–'

const customerOf = (row: { person_name: string | null; email: string | null; phone: string | null }): Customer => ({
  name: row.person_name ?? nameless,
  email: row.email ?? undefined,
  phone: row.phone ?? undefined,
})

const withCustomer = (db: Db) =>
  db
    .selectFrom('bookings')
    .leftJoin('people', 'people.id', 'bookings.consumer_id')
    .selectAll('bookings')
    .select(['people.name as person_name', 'people.email', 'people.phone'])

const idOfResource = id('resource')
export type BoardEntry = { booking: Booking; customer: Customer; resourceIds: Id<'resource'>[] }

/** What starts in that time, the unpaid and cancelled too: a board shows what happened. */
export async function ofBusiness(
  db: Db,
  businessId: Id<'business'>,
  from: Instant,
  to: Instant,
): Promise<BoardEntry[]> {
  const rows = await withCustomer(db)
    .leftJoin('occurrences', 'occurrences.id', 'bookings.occurrence_id')
    .select(
      sql<string[]>`coalesce(occurrences.holders, array(
        select holder_id from allocations where booking_id = bookings.id and live order by allocations.id))`.as(
        'holders',
      ),
    )
    .where('bookings.business_id', '=', businessId)
    .where('bookings.start_at', '>=', from)
    .where('bookings.start_at', '<', to)
    .orderBy('bookings.start_at')
    .orderBy('bookings.id')
    .execute()
  return rows.map((row) => ({
    booking: fromRow(row),
    customer: customerOf(row),
    resourceIds: row.holders.filter((holder) => idOfResource.safeParse(holder).success) as Id<'resource'>[],
  }))
}

export type Complaint = Omit<BoardEntry, 'resourceIds'> & { id: string; businessName: string; text: string }

/** What waits for a market's decision, the oldest booking first: ids sort by creation. */
export async function complaints(
  db: Db,
  marketId: Id<'market'>,
  limit: number,
  after: Id<'booking'> | undefined,
): Promise<Complaint[]> {
  const rows = await withCustomer(db)
    .innerJoin('businesses', 'businesses.id', 'bookings.business_id')
    .select(['businesses.name as business_name', 'bookings.complaint_text as text'])
    .where('bookings.market_id', '=', marketId)
    .where('bookings.complained_at', 'is not', null)
    .where('bookings.complaint_decision', 'is', null)
    .where('bookings.id', '>', after ?? '')
    .orderBy('bookings.id')
    .limit(limit)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    booking: fromRow(row),
    customer: customerOf(row),
    businessName: row.business_name,
    text: row.text ?? '',
  }))
}

type Position = { asOf: Instant; isPast: boolean; start: Instant; id: string }
type Page = { items: Booking[]; next: Position | undefined }

/** What is to come, the nearest first; then what is over, the latest first. */
export async function ofConsumer(
  db: Db,
  consumerId: Id<'person'>,
  now: Instant,
  limit: number,
  after?: Position,
): Promise<Page> {
  const asOf = after?.asOf ?? now
  const wanted = limit + 1
  const coming = after?.isPast ? [] : await part(db, consumerId, { asOf, isPast: false }, wanted, after)
  const past =
    coming.length < wanted
      ? await part(db, consumerId, { asOf, isPast: true }, wanted - coming.length, after?.isPast ? after : undefined)
      : []
  const items = [...coming, ...past].slice(0, limit)
  const last = items.at(-1)
  const isMore = coming.length + past.length > limit
  const next =
    isMore && last ? { asOf, isPast: items.length > coming.length, start: last.start, id: last.id } : undefined
  return { items, next }
}

type Part = { asOf: Instant; isPast: boolean }

async function part(
  db: Db,
  consumerId: Id<'person'>,
  { asOf, isPast }: Part,
  limit: number,
  after?: Position,
): Promise<Booking[]> {
  const [order, beyond] = isPast ? (['desc', '<'] as const) : (['asc', '>'] as const)
  let query = db
    .selectFrom('bookings')
    .selectAll()
    .where('consumer_id', '=', consumerId)
    .where('end_at', isPast ? '<=' : '>', asOf)
  if (after)
    query = query.where(sql<boolean>`(start_at, id) ${sql.raw(beyond)} (${after.start}::timestamptz, ${after.id})`)
  const rows = await query.orderBy('start_at', order).orderBy('id', order).limit(limit).execute()
  return rows.map(fromRow)
}

export const writeCursor = ({ asOf, isPast, start, id }: Position): string =>
  Buffer.from(JSON.stringify([asOf.toString(), isPast ? 1 : 0, start.toString(), id])).toString('base64url')

/** Undefined of anything that we have not written ourselves. */
export function readCursor(text: string): Position | undefined {
  const cursor = written.safeParse(parsed(Buffer.from(text, 'base64url').toString()))
  if (!cursor.success) return undefined
  const [asOf, isPast, start, id] = cursor.data
  return { asOf: Temporal.Instant.from(asOf), isPast: isPast === 1, start: Temporal.Instant.from(start), id }
}

const when = instant.startsWith('20')
const written = z.tuple([when, z.literal([0, 1]), when, id('booking')])

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}
