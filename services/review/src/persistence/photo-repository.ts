import { sql, type Kysely, type Transaction } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { Photo as PhotoOf } from '@buy-locals/media/photos/photo'
import { fromRow, positionBehind } from '@buy-locals/media/photos/photo-table'
import type { Id } from '@buy-locals/values/ids'
import type { Database } from './database.ts'

type Db = Kysely<Database>
type Tx = Transaction<Database>

/** Of a visit. */
export type Photo = PhotoOf<Id<'booking'>>

/** In their order. */
export async function listOf(db: Db, bookingIds: readonly Id<'booking'>[]): Promise<Photo[]> {
  const rows = await db
    .selectFrom('photos')
    .selectAll()
    .where('subject', '=', sql<string>`any(${bookingIds}::text[])`)
    .orderBy('position')
    .orderBy('id')
    .execute()
  return rows.map((row) => fromRow<Id<'booking'>>(row))
}

/** All of a person, or those alone that no review has been written to. */
export async function listOfConsumer(
  db: Db,
  consumerId: Id<'person'>,
  { reviewed }: { reviewed: boolean },
): Promise<Photo[]> {
  const all = db.selectFrom('photos').selectAll().where('consumer_id', '=', consumerId)
  const unwritten = sql<boolean>`not exists (select from reviews where reviews.booking_id = photos.subject)`
  const rows = await (reviewed ? all : all.where(unwritten)).execute()
  return rows.map((row) => fromRow<Id<'booking'>>(row))
}

export async function insert(tx: Tx, consumerId: Id<'person'>, photo: Photo, now: Temporal.Instant): Promise<void> {
  const { id, subject, status, alt } = photo
  const row = { id, subject, consumer_id: consumerId, position: positionBehind(photo), status, alt, created_at: now }
  await tx.insertInto('photos').values(row).execute()
}

/** One that was deleted in the meantime is nowhere to be described. */
export async function describe(
  tx: Tx,
  bookingId: Id<'booking'>,
  described: readonly Pick<Photo, 'id' | 'alt'>[],
): Promise<void> {
  if (described.length === 0) return
  await sql`
    update photos set alt = described.alt, version = version + 1
    from jsonb_to_recordset(${JSON.stringify(described)}::jsonb) as described(id text, alt text)
    where photos.id = described.id and subject = ${bookingId}`.execute(tx)
}

/** One after the other for each visit: two at once count each other. */
export async function lockVisit(tx: Tx, bookingId: Id<'booking'>): Promise<void> {
  await tx.selectFrom('bookings').select('booking_id').where('booking_id', '=', bookingId).forUpdate().execute()
}
