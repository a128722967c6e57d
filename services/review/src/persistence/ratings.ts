import { sql, type Kysely, type Selectable, type Transaction } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import { ratingChanged } from '@buy-locals/contracts/review/events'
import type { Id } from '@buy-locals/values/ids'
import { record } from '@buy-locals/service-kit/outbox'
import { bayesOf, throttleKey, meanOf, usualOf, type ByStars } from '../domain/rating.ts'
import type { Database } from './database.ts'

export type Rating = { businessId: Id<'business'>; byStars: ByStars; bayes: number; version: number }

/** Adds one review and says the new rating. The row is locked, so that two reviews at once are both counted. */
export async function count(
  tx: Transaction<Database>,
  at: Temporal.Instant,
  businessId: Id<'business'>,
  stars: number,
): Promise<void> {
  const usual = await countUsual(tx, businessId, stars)
  await tx
    .insertInto('ratings')
    .values({ business_id: businessId, bayes: usual, version: 0 })
    .onConflict((conflict) => conflict.column('business_id').doNothing())
    .execute()
  const row = await tx
    .selectFrom('ratings')
    .selectAll()
    .where('business_id', '=', businessId)
    .forUpdate()
    .executeTakeFirstOrThrow()
  const known = fromRow(row)
  const byStars = known.byStars.map((number, index) => number + (index === stars - 1 ? 1 : 0)) as ByStars
  const rating = { businessId, byStars, bayes: bayesOf(byStars, usual), version: known.version + 1 }
  const [stars_1, stars_2, stars_3, stars_4, stars_5] = byStars
  const changed = { stars_1, stars_2, stars_3, stars_4, stars_5, bayes: rating.bayes, version: rating.version }
  await tx.updateTable('ratings').set(changed).where('business_id', '=', businessId).execute()
  await say(tx, at, rating)
}

/** What is usual among its kind, this review included; businesses that nobody told us of yet have no kind. */
async function countUsual(tx: Transaction<Database>, businessId: Id<'business'>, stars: number): Promise<number> {
  const of = tx.selectFrom('businesses').select(['market_id', 'category']).where('business_id', '=', businessId)
  const kind = await of.executeTakeFirst()
  if (!kind) return usualOf({ count: 0, sum: 0 })
  const usual = await tx
    .insertInto('usual_ratings')
    .values({ ...kind, count: 1, sum: stars })
    .onConflict((conflict) =>
      conflict.columns(['market_id', 'category']).doUpdateSet({
        count: sql<number>`usual_ratings.count + 1`,
        sum: sql<number>`usual_ratings.sum + excluded.sum`,
      }),
    )
    .returning(['count', 'sum'])
    .executeTakeFirstOrThrow()
  return usualOf(usual)
}

export async function find(
  db: Kysely<Database>,
  businessId: Id<'business'>,
): Promise<{ mean: number; count: number; byStars: ByStars }> {
  const row = await db.selectFrom('ratings').selectAll().where('business_id', '=', businessId).executeTakeFirst()
  return shown(row ? fromRow(row).byStars : [0, 0, 0, 0, 0])
}

export async function all(db: Kysely<Database>): Promise<Rating[]> {
  return (await db.selectFrom('ratings').selectAll().orderBy('business_id').execute()).map(fromRow)
}

export const say = (tx: Transaction<Database>, at: Temporal.Instant, { businessId, byStars, bayes, version }: Rating) =>
  record(tx, at, ratingChanged, businessId, version, { businessId, ...shown(byStars), bayes, version })

const shown = (byStars: ByStars) => ({ mean: meanOf(byStars), count: throttleKey(byStars), byStars })

const fromRow = (row: Selectable<Database['ratings']>): Rating => ({
  businessId: row.business_id as Id<'business'>,
  byStars: [row.stars_1, row.stars_2, row.stars_3, row.stars_4, row.stars_5],
  bayes: row.bayes,
  version: row.version,
})
