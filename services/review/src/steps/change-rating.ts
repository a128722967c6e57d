import type { Transaction } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import { ratingChanged } from '@buy-locals/contracts/review/events'
import { record } from '@buy-locals/service-kit/outbox'
import type { Id } from '@buy-locals/values/ids'
import { countStars, computePrior, toShownRating, type Rating } from '../domain/rating.ts'
import type { Database } from '../persistence/database.ts'
import * as ratings from '../persistence/ratings.ts'

/** Counts one review, or no longer counts it, and publishes the new rating. */
export async function changeRating(
  tx: Transaction<Database>,
  now: Temporal.Instant,
  businessId: Id<'business'>,
  stars: number,
  by: 1 | -1,
): Promise<void> {
  const prior = computePrior(await ratings.changePriorRating(tx, businessId, stars, by))
  const rating = countStars(await ratings.lock(tx, businessId, prior), stars, by, prior)
  await ratings.update(tx, rating)
  await publishRating(tx, now, rating)
}

export const publishRating = (
  tx: Transaction<Database>,
  now: Temporal.Instant,
  { businessId, byStars, bayes, version }: Rating,
): Promise<void> =>
  record(tx, now, ratingChanged, businessId, version, { businessId, ...toShownRating(byStars), bayes, version })
