import { sql, type Kysely, type RawBuilder } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { Customer } from '@buy-locals/contracts/booking/shapes'
import { exportLimit } from '@buy-locals/service-kit/export'
import type { Id } from '@buy-locals/values/ids'
import type { Currency, Money } from '@buy-locals/values/money'
import { toSecond } from '@buy-locals/values/time'
import type { Booking } from '../domain/booking.ts'
import { fromRow } from './booking-repository.ts'
import type { Database } from './database.ts'

type Db = Kysely<Database>
type Instant = Temporal.Instant

/** Where a page of customers ended. */
export type CustomerPosition = { name: string; id: Id<'customer'> }

type Row = {
  id: string
  name: string
  email: string | null
  phone: string | null
  has_account: boolean
  sort_name: string
  visits: number
  last_visit: Instant | null
  next_visit: Instant | null
  cancelled: number
  no_shows: number
}

const hasBegun = (now: Instant) =>
  sql`(b.status = 'completed' or b.status in ('pending', 'confirmed') and b.start_at <= ${now})`

/** Each with what they have booked, counted for those of the page alone. */
const selectWithVisits = (customers: RawBuilder<unknown>, now: Instant) => sql<Row>`
  select c.*, v.* from (${customers}) c cross join lateral (
    select count(*) filter (where ${hasBegun(now)})::integer as visits,
      max(b.start_at) filter (where ${hasBegun(now)}) as last_visit,
      min(b.start_at) filter (where b.status in ('pending', 'confirmed') and b.start_at > ${now}) as next_visit,
      count(*) filter (where b.status = 'cancelled' and b.hold_expires_at is null)::integer as cancelled,
      count(*) filter (where b.status = 'no-show')::integer as no_shows
    from bookings b where b.customer_id = c.id
  ) v
  order by c.sort_name, c.id`

type Search = { businessId: Id<'business'>; terms: readonly string[]; now: Instant }

/** By name. Every word is somewhere in the name, the mail address or the phone number. */
export function selectPage({ businessId, terms, now }: Search, limit: number, after?: CustomerPosition) {
  const patterns = terms.map((word) => `%${word.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`)
  const found = sql`
    select * from customers where business_id = ${businessId}
      ${patterns.length > 0 ? sql`and search_text like all (select customer_fold(word) from unnest(${patterns}::text[]) word)` : sql``}
      ${after ? sql`and (sort_name, id) > (${after.name}, ${after.id})` : sql``}
    order by sort_name, id limit ${limit + 1}`
  return selectWithVisits(found, now)
}

export async function ofBusiness(
  db: Db,
  search: Search,
  limit: number,
  after?: CustomerPosition,
): Promise<{ items: Customer[]; next: CustomerPosition | undefined }> {
  const { rows } = await selectPage(search, limit, after).execute(db)
  const last = rows.length > limit ? rows[limit - 1] : undefined
  return {
    items: rows.slice(0, limit).map(toCustomer),
    next: last && { name: last.sort_name, id: last.id as Id<'customer'> },
  }
}

export async function exists(
  db: Db,
  { businessId, customerId }: { businessId: Id<'business'>; customerId: Id<'customer'> },
): Promise<boolean> {
  const query = db.selectFrom('customers').select('id').where('id', '=', customerId)
  return (await query.where('business_id', '=', businessId).executeTakeFirst()) !== undefined
}

type Totals = { cancelled: number; noShows: number; spent: Money[] }

export async function find(
  db: Db,
  { businessId, customerId }: { businessId: Id<'business'>; customerId: Id<'customer'> },
  now: Instant,
): Promise<(Customer & Totals) | undefined> {
  const one = sql`select * from customers where id = ${customerId} and business_id = ${businessId}`
  const row = (await selectWithVisits(one, now).execute(db)).rows[0]
  if (!row) return undefined
  const spent = await db
    .selectFrom('bookings')
    .select(['currency', sql<number>`sum(price_amount)::bigint`.as('amount')])
    .where('customer_id', '=', customerId)
    .where('status', '=', sql.lit('completed'))
    .groupBy('currency')
    .orderBy('currency')
    .execute()
  return {
    ...toCustomer(row),
    cancelled: row.cancelled,
    noShows: row.no_shows,
    spent: spent.map(({ amount, currency }) => ({ amount, currency: currency as Currency })),
  }
}

const toCustomer = ({ id, name, email, phone, has_account: hasAccount, ...row }: Row): Customer => ({
  ...{ id: id as Id<'customer'>, name, hasAccount, visits: row.visits },
  ...{ email: email ?? undefined, phone: phone ?? undefined },
  lastVisit: row.last_visit ? toSecond(row.last_visit) : undefined,
  nextVisit: row.next_visit ? toSecond(row.next_visit) : undefined,
})

export type BookingPosition = { start: Instant; id: Id<'booking'> }

/** The latest start first. */
export async function bookingsOf(
  db: Db,
  customerId: Id<'customer'>,
  limit: number,
  after?: BookingPosition,
): Promise<{ items: Booking[]; next: BookingPosition | undefined }> {
  let query = db.selectFrom('bookings').selectAll().where('customer_id', '=', customerId)
  if (after) query = query.where(sql<boolean>`(start_at, id) < (${after.start}::timestamptz, ${after.id})`)
  const rows = await query
    .orderBy('start_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
  const items = rows.slice(0, limit).map(fromRow)
  const last = rows.length > limit ? items.at(-1) : undefined
  return { items, next: last && { start: last.start, id: last.id } }
}

/** What businesses have written down about somebody. */
export async function listNotesAbout(db: Db, personId: Id<'person'>) {
  const rows = await db
    .selectFrom('customer_notes as note')
    .innerJoin('customers', 'customers.id', 'note.customer_id')
    .leftJoin('businesses', 'businesses.id', 'customers.business_id')
    .select(['businesses.name as business', 'note.text', 'note.written_at'])
    .where('note.customer_id', 'in', (people) =>
      people.selectFrom('bookings').select('customer_id').where('consumer_id', '=', personId),
    )
    .orderBy('note.id', 'desc')
    .limit(exportLimit)
    .execute()
  return rows.map(({ business, text, written_at: writtenAt }) => ({ business, text, writtenAt: toSecond(writtenAt) }))
}
