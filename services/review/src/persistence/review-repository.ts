import { sql, type Kysely, type Selectable, type Transaction } from 'kysely'
import type { Id } from '@buy-locals/values/ids'
import { toAuthorName, type Reply, type Review } from '../domain/review.ts'
import type { Database } from './database.ts'

/** False where the booking has its review already. */
export async function insert(tx: Transaction<Database>, review: Review): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('reviews')
    .values({
      id: review.id,
      booking_id: review.bookingId,
      business_id: review.businessId,
      consumer_id: review.consumerId,
      service_name: review.serviceName,
      by_name: review.by,
      state: 'published',
      stars: review.stars,
      text: review.text ?? null,
      written_at: review.at,
      version: review.version,
    })
    .onConflict((conflict) => conflict.column('booking_id').doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

export async function lock(tx: Transaction<Database>, id: Id<'review'>): Promise<Review | undefined> {
  const row = await tx.selectFrom('reviews').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  return row && fromRow(row)
}

export async function setReply(tx: Transaction<Database>, { id, version }: Review, reply: Reply): Promise<void> {
  const row = { reply_text: reply.text, reply_at: reply.at, reply_by: reply.by, version }
  await tx.updateTable('reviews').set(row).where('id', '=', id).execute()
}

export async function listOfConsumer(
  db: Kysely<Database>,
  consumerId: Id<'person'>,
  limit: number,
  before?: string,
): Promise<Review[]> {
  const all = db.selectFrom('reviews').selectAll().where('consumer_id', '=', consumerId)
  const own = before === undefined ? all : all.where('id', '<', before)
  return (await own.orderBy('id', 'desc').limit(limit).execute()).map(fromRow)
}

/** Name and text of what the person wrote. No event: nobody else keeps either. */
export async function eraseTexts(tx: Transaction<Database>, consumerId: Id<'person'>): Promise<void> {
  const anonymous = toAuthorName(undefined)
  await tx
    .updateTable('reviews')
    .set({ by_name: anonymous, text: null, version: sql`version + 1` })
    .where('consumer_id', '=', consumerId)
    .where((review) => review.or([review('text', 'is not', null), review('by_name', '<>', anonymous)]))
    .execute()
}

export async function findOfBooking(db: Kysely<Database>, bookingId: Id<'booking'>): Promise<Review | undefined> {
  const published = db
    .selectFrom('reviews')
    .selectAll()
    .where('booking_id', '=', bookingId)
    .where('state', '=', 'published')
  const row = await published.executeTakeFirst()
  return row && fromRow(row)
}

/** The newest first: ids sort by creation. */
export async function listOfBusiness(
  db: Kysely<Database>,
  businessId: Id<'business'>,
  limit: number,
  before?: string,
): Promise<Review[]> {
  const published = db
    .selectFrom('reviews')
    .selectAll()
    .where('business_id', '=', businessId)
    .where('state', '=', 'published')
  const page = before === undefined ? published : published.where('id', '<', before)
  return (await page.orderBy('id', 'desc').limit(limit).execute()).map(fromRow)
}

export async function* all(db: Kysely<Database>, batch = 500): AsyncGenerator<Review[]> {
  for (let after = ''; ;) {
    const rows = await db.selectFrom('reviews').selectAll().where('id', '>', after).orderBy('id').limit(batch).execute()
    if (rows.length === 0) return
    yield rows.map(fromRow)
    after = rows.at(-1)?.id ?? after
  }
}

const fromRow = (row: Selectable<Database['reviews']>): Review => ({
  id: row.id as Id<'review'>,
  bookingId: row.booking_id as Id<'booking'>,
  businessId: row.business_id as Id<'business'>,
  consumerId: row.consumer_id as Id<'person'>,
  serviceName: row.service_name,
  by: row.by_name,
  stars: row.stars,
  text: row.text ?? undefined,
  at: row.written_at,
  reply:
    row.reply_text !== null && row.reply_at
      ? { text: row.reply_text, at: row.reply_at, by: row.reply_by as Id<'person'> }
      : undefined,
  version: row.version,
})
