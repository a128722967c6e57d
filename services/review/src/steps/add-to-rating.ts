import type { Transaction } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import { ratingChanged } from '@buy-locals/contracts/review/events'
import { record } from '@buy-locals/service-kit/outbox'
import type { Id } from '@buy-locals/values/ids'
import { addStars, computePrior, toShownRating, type Rating } from '../domain/rating.ts'
import type { Database } from '../persistence/database.ts'
import * as ratings from '../persistence/ratings.ts'

/** Counts one review and publishes the new rating. */
export async function addToRating(
  tx: Transaction<Database>,
  now: Temporal.Instant,
  businessId: Id<'business'>,
  stars: number,
): Promise<void> {
  const prior = computePrior(await ratings.addToPriorRating(tx, businessId, stars))
  const rating = addStars(await ratings.lock(tx, businessId, prior), stars, prior)
  await ratings.update(tx, rating)
  await publishRating(tx, now, rating)
}

export const publishRating = (
  tx: Transaction<Database>,
  now: Temporal.Instant,
  { businessId, byStars, bayes, version }: Rating,
): Promise<void> =>
  record(tx, now, ratingChanged, businessId, version, { businessId, ...toShownRating(byStars), bayes, version })
