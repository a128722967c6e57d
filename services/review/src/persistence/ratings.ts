import { sql, type Kysely, type Selectable, type Transaction } from 'kysely'
import type { Id } from '@buy-locals/values/ids'
import type { Rating } from '../domain/rating.ts'
import type { Database } from './database.ts'

/** Locked until the transaction ends, so that two reviews at once are both counted. */
export async function lock(tx: Transaction<Database>, businessId: Id<'business'>, prior: number): Promise<Rating> {
  await tx
    .insertInto('ratings')
    .values({ business_id: businessId, bayes: prior, version: 0 })
    .onConflict((conflict) => conflict.column('business_id').doNothing())
    .execute()
  const locked = tx.selectFrom('ratings').selectAll().where('business_id', '=', businessId).forUpdate()
  return fromRow(await locked.executeTakeFirstOrThrow())
}

export async function update(
  tx: Transaction<Database>,
  { businessId, byStars, bayes, version }: Rating,
): Promise<void> {
  const [stars_1, stars_2, stars_3, stars_4, stars_5] = byStars
  const row = { stars_1, stars_2, stars_3, stars_4, stars_5, bayes, version }
  await tx.updateTable('ratings').set(row).where('business_id', '=', businessId).execute()
}

/** All reviews of the business's category in its market, this one included; none where the business has not arrived yet. */
export async function changePriorRating(
  tx: Transaction<Database>,
  businessId: Id<'business'>,
  stars: number,
  by: 1 | -1,
): Promise<{ count: number; sum: number }> {
  const business = await tx
    .selectFrom('businesses')
    .select(['market_id', 'category'])
    .where('business_id', '=', businessId)
    .executeTakeFirst()
  if (!business) return { count: 0, sum: 0 }
  return tx
    .insertInto('prior_ratings')
    .values({ ...business, count: by, sum: by * stars })
    .onConflict((conflict) =>
      conflict.columns(['market_id', 'category']).doUpdateSet({
        count: sql<number>`prior_ratings.count + excluded.count`,
        sum: sql<number>`prior_ratings.sum + excluded.sum`,
      }),
    )
    .returning(['count', 'sum'])
    .executeTakeFirstOrThrow()
}

export async function all(db: Kysely<Database>): Promise<Rating[]> {
  return (await db.selectFrom('ratings').selectAll().orderBy('business_id').execute()).map(fromRow)
}

const fromRow = (row: Selectable<Database['ratings']>): Rating => ({
  businessId: row.business_id as Id<'business'>,
  byStars: [row.stars_1, row.stars_2, row.stars_3, row.stars_4, row.stars_5],
  bayes: row.bayes,
  version: row.version,
})
