import { reviewPublished } from '@buy-locals/contracts/review/events'
import { record } from '@buy-locals/service-kit/outbox'
import type { Deps } from '../deps.ts'
import { toReviewData } from '../domain/review.ts'
import * as ratings from '../persistence/ratings.ts'
import * as reviews from '../persistence/review-repository.ts'
import { publishRating } from '../steps/change-rating.ts'

/** Publishes every rating and review again, with the versions they have. Returns how many events that were. */
export async function replay({ db, clock }: Deps): Promise<number> {
  const now = clock()
  const allRatings = await ratings.all(db)
  await db.transaction().execute(async (tx) => {
    for (const rating of allRatings) await publishRating(tx, now, rating)
  })
  let count = allRatings.length
  for await (const batch of reviews.all(db)) {
    await db.transaction().execute(async (tx) => {
      for (const review of batch)
        await record(tx, now, reviewPublished, review.id, review.version, toReviewData(review))
    })
    count += batch.length
  }
  return count
}
