import { sql, type Kysely, type Selectable, type Transaction } from 'kysely'
import type { Id } from '@buy-locals/values/ids'
import { toAuthorName, type Decision, type Flag, type Reply, type Review } from '../domain/review.ts'
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

const withFlags = (db: Kysely<Database>) =>
  db
    .selectFrom('reviews')
    .leftJoin('flags', 'flags.review_id', 'reviews.id')
    .selectAll('reviews')
    .select(['market_id', 'reason', 'flagged_by', 'flagged_at', 'outcome', 'outcome_reason', 'decided_at'])

export async function lock(tx: Transaction<Database>, id: Id<'review'>): Promise<Review | undefined> {
  // First: a statement that waits for the review reads its flag as it was before.
  await tx.selectFrom('reviews').select('id').where('id', '=', id).forUpdate().execute()
  const row = await withFlags(tx).where('id', '=', id).executeTakeFirst()
  return row && fromRow(row)
}

type Flagged = Review & { flag: Flag }

export async function insertFlag(tx: Transaction<Database>, { id, businessId, version, flag }: Flagged): Promise<void> {
  const { marketId: market_id, reason = null, by: flagged_by, at: flagged_at } = flag
  const row = { review_id: id, business_id: businessId, market_id, reason, flagged_by, flagged_at }
  await tx.insertInto('flags').values(row).execute()
  await tx.updateTable('reviews').set({ version }).where('id', '=', id).execute()
}

type Decided = Review & { flag: Flag & { decision: Decision } }

export async function saveDecision(
  tx: Transaction<Database>,
  { id, version, flag: { decision } }: Decided,
): Promise<void> {
  const { outcome, reason: outcome_reason, at: decided_at } = decision
  await tx.updateTable('flags').set({ outcome, outcome_reason, decided_at }).where('review_id', '=', id).execute()
  const state = outcome === 'removed' ? 'hidden' : 'published'
  await tx.updateTable('reviews').set({ version, state }).where('id', '=', id).execute()
}

/** Nobody has decided about these: the oldest first. */
export async function listFlagged(
  db: Kysely<Database>,
  marketId: Id<'market'>,
  limit: number,
  after = '',
): Promise<Review[]> {
  const open = withFlags(db)
    .where('market_id', '=', marketId)
    .where('outcome', 'is', null)
    .where('review_id', '>', after)
  return (await open.orderBy('review_id').limit(limit).execute()).map(fromRow)
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
  await tx
    .updateTable('flags')
    .set({ reason: null })
    .where('review_id', 'in', (reviews) =>
      reviews.selectFrom('reviews').select('id').where('consumer_id', '=', consumerId),
    )
    .execute()
}

/** Whether it was removed, too. */
export async function findOfBooking(db: Kysely<Database>, bookingId: Id<'booking'>): Promise<Review | undefined> {
  const row = await withFlags(db).where('booking_id', '=', bookingId).executeTakeFirst()
  return row && fromRow(row)
}

/** The newest first: ids sort by creation. */
export async function listOfBusiness(
  db: Kysely<Database>,
  businessId: Id<'business'>,
  limit: number,
  before?: string,
): Promise<Review[]> {
  const published = withFlags(db)
    .where('reviews.business_id', '=', businessId)
    .where('state', '=', sql.lit('published'))
  const page = before === undefined ? published : published.where('id', '<', before)
  return (await page.orderBy('id', 'desc').limit(limit).execute()).map(fromRow)
}

/** Those in sight. */
export async function* all(db: Kysely<Database>, batch = 500): AsyncGenerator<Review[]> {
  for (let after = ''; ;) {
    const published = db
      .selectFrom('reviews')
      .selectAll()
      .where('state', '=', sql.lit('published'))
      .where('id', '>', after)
    const rows = await published.orderBy('id').limit(batch).execute()
    if (rows.length === 0) return
    yield rows.map(fromRow)
    after = rows.at(-1)?.id ?? after
  }
}

type Flags = Selectable<Database['flags']>
type Row = Selectable<Database['reviews']> & { [C in keyof Flags]?: Flags[C] | null }

const fromRow = (row: Row): Review => ({
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
  flag: toFlag(row),
  version: row.version,
})

const toFlag = ({ market_id, reason, flagged_by, flagged_at, outcome, outcome_reason, decided_at }: Row) =>
  market_id && flagged_at
    ? {
        marketId: market_id as Id<'market'>,
        reason: reason ?? undefined,
        by: flagged_by as Id<'person'>,
        at: flagged_at,
        decision:
          outcome && decided_at
            ? { outcome: outcome as 'dismissed' | 'removed', reason: outcome_reason ?? '', at: decided_at }
            : undefined,
      }
    : undefined
