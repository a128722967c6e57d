import type { Kysely, Transaction } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { DetailPhoto } from '@buy-locals/contracts/business/shapes'
import type { Photo as PhotoOf } from '@buy-locals/media/photos/photo'
import { fromRow, positionBehind } from '@buy-locals/media/photos/photo-table'
import type { Id } from '@buy-locals/values/ids'
import type { Database } from './database.ts'

type Db = Kysely<Database>

/** Of the business itself, or of one of its services or staff. */
export type Subject = Id<'business'> | DetailPhoto['of']
export type Photo = PhotoOf<Subject>

/** In their order, of the business itself or of one of its services or staff. */
export async function listOf(db: Db, businessId: Id<'business'>, subject: Subject = businessId): Promise<Photo[]> {
  const rows = await db
    .selectFrom('photos')
    .selectAll()
    .where('business_id', '=', businessId)
    .where('subject', '=', subject)
    .orderBy('position')
    .orderBy('id')
    .execute()
  return rows.map((row) => fromRow<Subject>(row))
}

/** After its business. Undefined where it is another's. */
export async function lockOf(
  tx: Transaction<Database>,
  businessId: Id<'business'>,
  id: Id<'photo'>,
): Promise<Photo | undefined> {
  const row = await tx
    .selectFrom('photos')
    .selectAll()
    .where('id', '=', id)
    .where('business_id', '=', businessId)
    .forUpdate()
    .executeTakeFirst()
  return row && fromRow<Subject>(row)
}

/** With those of its services and staff. */
export async function listAllOf(db: Db, businessId: Id<'business'>): Promise<Photo[]> {
  const rows = await db.selectFrom('photos').selectAll().where('business_id', '=', businessId).orderBy('id').execute()
  return rows.map((row) => fromRow<Subject>(row))
}

export async function findBusinessOf(db: Db, id: Id<'photo'>): Promise<Id<'business'> | undefined> {
  const row = await db.selectFrom('photos').select('business_id').where('id', '=', id).executeTakeFirst()
  return row && (row.business_id as Id<'business'>)
}

export async function insert(
  tx: Transaction<Database>,
  businessId: Id<'business'>,
  photo: Photo,
  now: Temporal.Instant,
): Promise<void> {
  const { id, subject, status, alt } = photo
  const row = { id, business_id: businessId, subject, position: positionBehind(photo), status, alt, created_at: now }
  await tx.insertInto('photos').values(row).execute()
}
