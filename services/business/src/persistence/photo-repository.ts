import { sql, type Kysely, type Selectable, type Transaction } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { Id } from '@buy-locals/values/ids'
import type { Photo } from '../domain/photo.ts'
import type { Database } from './database.ts'

type Db = Kysely<Database>
type Tx = Transaction<Database>

const fromRow = (row: Selectable<Database['photos']>): Photo => ({
  id: row.id as Photo['id'],
  businessId: row.business_id as Photo['businessId'],
  subject: row.subject as Photo['subject'],
  status: row.status as Photo['status'],
  alt: row.alt,
  refusal: (row.refusal ?? undefined) as Photo['refusal'],
  shown: (row.shown ?? undefined) as Photo['shown'],
  files: row.files,
  version: row.version,
})

/** In their order, of the business itself or of one of its services or staff. */
export async function listOf(
  db: Db,
  businessId: Id<'business'>,
  subject: Photo['subject'] = businessId,
): Promise<Photo[]> {
  const rows = await db
    .selectFrom('photos')
    .selectAll()
    .where('business_id', '=', businessId)
    .where('subject', '=', subject)
    .orderBy('position')
    .orderBy('id')
    .execute()
  return rows.map(fromRow)
}

/** With those of its services and staff. */
export async function listAllOf(db: Db, businessId: Id<'business'>): Promise<Photo[]> {
  const rows = await db.selectFrom('photos').selectAll().where('business_id', '=', businessId).orderBy('id').execute()
  return rows.map(fromRow)
}

export async function find(db: Db, id: Id<'photo'>): Promise<Photo | undefined> {
  const row = await db.selectFrom('photos').selectAll().where('id', '=', id).executeTakeFirst()
  return row && fromRow(row)
}

/** After its business, where that is locked too. */
export async function lock(tx: Tx, id: Id<'photo'>): Promise<Photo | undefined> {
  const row = await tx.selectFrom('photos').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  return row && fromRow(row)
}

/** Behind all others. */
export async function insert(tx: Tx, photo: Photo, now: Temporal.Instant): Promise<void> {
  const position = sql<number>`coalesce((select max(position) + 1 from photos where business_id = ${photo.businessId} and subject = ${photo.subject}), 0)`
  const { id, businessId: business_id, subject, status, alt } = photo
  await tx.insertInto('photos').values({ id, business_id, subject, position, status, alt, created_at: now }).execute()
}

export async function update(
  tx: Tx,
  { id, status, alt, refusal, shown, files, version }: Photo,
  now: Temporal.Instant,
): Promise<void> {
  const refused = { refusal: refusal ?? null, refused_at: refusal ? now : null }
  await tx
    .updateTable('photos')
    .set({ status, alt, ...refused, shown: shown ? JSON.stringify(shown) : null, files, version })
    .where('id', '=', id)
    .execute()
}

export async function order(tx: Tx, ids: readonly Id<'photo'>[]): Promise<void> {
  await sql`
    update photos set position = placed.position
    from unnest(${ids}::text[]) with ordinality as placed (id, position) where photos.id = placed.id`.execute(tx)
}

export async function remove(tx: Tx, id: Id<'photo'>): Promise<void> {
  await tx.deleteFrom('photos').where('id', '=', id).execute()
}

/** Those of the ids that there are, with what is stored of them. */
export async function filesOf(
  db: Db,
  ids: readonly Id<'photo'>[],
): Promise<Map<string, Pick<Photo, 'status' | 'files'>>> {
  const rows = await db
    .selectFrom('photos')
    .select(['id', 'status', 'files'])
    .where('id', '=', sql<string>`any(${ids}::text[])`)
    .execute()
  return new Map(rows.map(({ id, status, files }) => [id, { status: status as Photo['status'], files }]))
}
