import { sql, type Kysely, type Selectable, type Transaction } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import { upsertNewer } from '@buy-locals/service-kit/projection'
import type { Id } from '@buy-locals/values/ids'
import type { About } from '../domain/notifications.ts'
import type { Visit } from '../domain/reminders.ts'
import type { Database } from './database.ts'

type Tx = Transaction<Database>

export type BookedVisit = Visit & {
  bookingId: string
  businessId: string
  personId: Id<'person'>
  isConfirmed: boolean
  isEnteredByBusiness: boolean
  about: About
}

/** Returns those that were news. */
export async function project(
  tx: Tx,
  visits: readonly (Omit<BookedVisit, 'isConfirmed'> & { status: string; sequence: number })[],
): Promise<ReadonlySet<string>> {
  const rows = visits.map(({ bookingId, businessId, personId, isEnteredByBusiness, agreedAt, about, ...visit }) => ({
    ...{ booking_id: bookingId, business_id: businessId, person_id: personId, agreed_at: agreedAt },
    ...{ status: visit.status, start: visit.start, sequence: visit.sequence },
    ...{ is_entered_by_business: isEnteredByBusiness, about: JSON.stringify(about) },
  }))
  return new Set((await upsertNewer(tx, 'visits', ['booking_id'], ...rows)).map(({ booking_id }) => booking_id))
}

const all = (db: Kysely<Database>) => db.selectFrom('visits').selectAll()

export async function find(db: Kysely<Database>, bookingId: string): Promise<BookedVisit | undefined> {
  const row = await all(db).where('booking_id', '=', bookingId).executeTakeFirst()
  return row && fromRow(row)
}

/** Of its customer, where they have one. */
export async function findEmail(
  db: Kysely<Database>,
  { businessId, bookingId }: { businessId: string; bookingId: string },
): Promise<string | undefined> {
  const ofVisit = db.selectFrom('visits').innerJoin('people', 'people.person_id', 'visits.person_id')
  const row = ofVisit.select('email').where('booking_id', '=', bookingId).where('business_id', '=', businessId)
  return (await row.executeTakeFirst())?.email
}

export async function findAll(db: Kysely<Database>, bookingIds: readonly string[]): Promise<BookedVisit[]> {
  const rows = await all(db).where('booking_id', '=', sql<string>`any(${bookingIds})`).execute() // prettier-ignore
  return rows.map(fromRow)
}

export async function listToCome(
  db: Kysely<Database>,
  businessId: string,
  now: Temporal.Instant,
): Promise<BookedVisit[]> {
  const ofBusiness = all(db).where('business_id', '=', businessId).where('start', '>', now)
  return (await ofBusiness.where('status', '=', sql.lit('confirmed')).execute()).map(fromRow)
}

const fromRow = (row: Selectable<Database['visits']>): BookedVisit => ({
  ...{ bookingId: row.booking_id, businessId: row.business_id, personId: row.person_id as Id<'person'> },
  ...{ start: row.start, agreedAt: row.agreed_at, isConfirmed: row.status === 'confirmed' },
  ...{ isEnteredByBusiness: row.is_entered_by_business, about: row.about as About },
})

export async function removeOfPerson(tx: Tx, personId: string): Promise<void> {
  await tx.deleteFrom('visits').where('person_id', '=', personId).execute()
}
