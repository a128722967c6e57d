import { sql, type Kysely, type Selectable, type Transaction } from 'kysely'
import type { Hours } from '@buy-locals/scheduling'
import type { businessChanged } from '@buy-locals/contracts/business/events'
import type { DataOf, Envelope } from '@buy-locals/contracts/event'
import { upsertNewer } from '@buy-locals/service-kit/projection'
import type { Id } from '@buy-locals/values/ids'
import { usableZone } from '@buy-locals/values/time'
import type { Currency } from '@buy-locals/values/money'
import { formatAddress } from '@buy-locals/values/address'
import type { Business } from '../domain/catalogue.ts'
import type { Database } from './database.ts'

export async function find(db: Kysely<Database>, id: Id<'business'>): Promise<Business | undefined> {
  const row = await db.selectFrom('businesses').selectAll().where('id', '=', id).executeTakeFirst()
  return row && fromRow(row)
}

export async function findAll(db: Kysely<Database>, ids: readonly Id<'business'>[]): Promise<Business[]> {
  const rows = await db.selectFrom('businesses').selectAll().where('id', '=', sql<string>`any(${ids})`).orderBy('id').execute() // prettier-ignore
  return rows.map(fromRow)
}

/** The next businesses of a zone by id, and how many calendars have to be read of each: none where nothing is offered. */
export async function nextOfZone(
  db: Kysely<Database>,
  { timeZone, after }: { timeZone: string; after: string },
  limit: number,
): Promise<{ id: Id<'business'>; calendars: number }[]> {
  const { rows } = await sql<{ id: Id<'business'>; calendars: number }>`
    select next.id, coalesce(sum(1 + cardinality(s.staff_ids) + cardinality(s.resource_ids)), 0)::integer as calendars
    from (select id from businesses where time_zone = ${timeZone} and id > ${after} order by id limit ${limit}) as next
    left join services s on s.business_id = next.id
    group by next.id order by next.id`.execute(db)
  return rows
}

export const fromRow = (row: Selectable<Database['businesses']>): Business => ({
  id: row.id as Id<'business'>,
  marketId: row.market_id as Id<'market'>,
  isPublished: row.status === 'published',
  name: row.name,
  timeZone: usableZone(row.time_zone),
  currency: row.currency as Currency,
  // In another zone they would be other hours.
  hours: (usableZone(row.time_zone) === row.time_zone ? (row.hours ?? undefined) : undefined) as Hours | undefined,
  address: row.address,
  phone: row.phone ?? undefined,
})

/** Locked until the transaction ends, so that of two who add something the second counts what the first has added. */
export async function lock(tx: Transaction<Database>, id: Id<'business'>): Promise<void> {
  await tx.selectFrom('businesses').select('id').where('id', '=', id).forNoKeyUpdate().executeTakeFirstOrThrow()
}

/** Returns of which businesses there was news. */
export async function project(
  tx: Transaction<Database>,
  events: readonly Envelope<DataOf<typeof businessChanged>>[],
): Promise<Id<'business'>[]> {
  const rows = events.map(({ data, sequence }) => ({
    id: data.id,
    market_id: data.marketId,
    status: data.status,
    name: data.name,
    time_zone: data.timeZone,
    currency: data.currency,
    hours: data.hours ? JSON.stringify(data.hours) : null,
    address: formatAddress(data.address),
    phone: data.phone ?? null,
    sequence,
  }))
  const changed = await upsertNewer(tx, 'businesses', ['id'], ...rows)
  await replaceVenues(tx, changed.filter(isClosed))
  await addMissingPhones(
    tx,
    changed.filter((row) => !isClosed(row)),
  )
  return changed.map(({ id }) => id)
}

const isClosed = ({ status }: { status: string }) => status === 'closed'

/** A business is closed when its owner is erased: what the owner wrote goes from its bookings too. */
async function replaceVenues(
  tx: Transaction<Database>,
  closed: readonly { id: string; name: string; address: string }[],
): Promise<void> {
  for (const { id, name, address } of closed) {
    const venue = JSON.stringify({ name, address })
    await tx.updateTable('bookings').set({ venue }).where('business_id', '=', id).execute()
  }
}

/** Bookings of before phones were kept get the one that the business has now. */
async function addMissingPhones(
  tx: Transaction<Database>,
  businesses: readonly { id: string; phone: string | null }[],
): Promise<void> {
  const withPhone = businesses.filter(({ phone }) => phone !== null)
  if (withPhone.length === 0) return
  const [ids, phones] = [withPhone.map(({ id }) => id), withPhone.map(({ phone }) => phone)]
  await sql`
    update bookings set venue = venue || jsonb_build_object('phone', business.phone)
    from unnest(${ids}::text[], ${phones}::text[]) as business(id, phone)
    where bookings.business_id = business.id and not venue ? 'phone'`.execute(tx)
}
