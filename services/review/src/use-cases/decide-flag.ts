import { reviewFlagDecided } from '@buy-locals/contracts/review/events'
import { audit } from '@buy-locals/service-kit/audit'
import { requireOperator } from '@buy-locals/service-kit/memberships'
import { record } from '@buy-locals/service-kit/outbox'
import type { Actor } from '@buy-locals/service-kit/service'
import type { Id } from '@buy-locals/values/ids'
import type { Deps } from '../deps.ts'
import { decideFlag as decide, toFlaggedReview, type Review } from '../domain/review.ts'
import * as bookings from '../persistence/bookings.ts'
import type { Database } from '../persistence/database.ts'
import * as photos from '../persistence/photo-repository.ts'
import * as reviews from '../persistence/review-repository.ts'
import { changeRating } from '../steps/change-rating.ts'
import { lockReview } from '../steps/lock-review.ts'
import { flow } from '../steps/photo-flow.ts'

type Command = { reviewId: Id<'review'>; outcome: 'dismissed' | 'removed'; reason: string; actor: Actor }

/** What is removed is out of sight and out of the rating in the same commit, and so are its photos. */
export async function decideFlag({ db, clock }: Deps, { reviewId, outcome, reason, actor }: Command): Promise<Review> {
  const now = clock()
  return db.transaction().execute(async (tx) => {
    const review = await lockReview(tx, reviewId)
    const marketId = await bookings.findMarket(tx, review.bookingId)
    await requireOperator<Database>(tx, actor, marketId, review.businessId, review.consumerId)
    const decided = decide(review, { outcome, reason, at: now })
    await reviews.saveDecision(tx, decided)
    if (outcome === 'removed') {
      await changeRating(tx, now, review.businessId, review.stars, -1)
      for (const photo of await photos.listOf(tx, [review.bookingId]))
        await flow.remove(tx, photo, now.add({ hours: 1 }))
    }
    const data = { ...toFlaggedReview(decided), marketId, actorId: actor.id }
    await record(tx, now, reviewFlagDecided, reviewId, decided.version, data)
    await audit(tx, now, { actor: actor.id, action: `review.${outcome}`, subject: reviewId })
    return decided
  })
}
