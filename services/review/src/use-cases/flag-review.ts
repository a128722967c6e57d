import { reviewFlagged } from '@buy-locals/contracts/review/events'
import { audit } from '@buy-locals/service-kit/audit'
import { record } from '@buy-locals/service-kit/outbox'
import type { Actor } from '@buy-locals/service-kit/service'
import type { Id } from '@buy-locals/values/ids'
import type { Deps } from '../deps.ts'
import { flagReview as flag, toFlaggedReview, type Review } from '../domain/review.ts'
import * as bookings from '../persistence/bookings.ts'
import * as reviews from '../persistence/review-repository.ts'
import { lockForBusiness } from '../steps/lock-review.ts'

type Command = { reviewId: Id<'review'>; reason: string; actor: Actor }

/** The operator is asked to look at it. Until the decision everybody reads it: a business takes no review out of sight. */
export async function flagReview({ db, clock }: Deps, { reviewId, reason, actor }: Command): Promise<Review> {
  const now = clock()
  return db.transaction().execute(async (tx) => {
    const review = await lockForBusiness(tx, actor, reviewId)
    const marketId = await bookings.findMarket(tx, review.bookingId)
    const flagged = flag(review, { marketId, reason, by: actor.id, at: now })
    await reviews.insertFlag(tx, flagged)
    const data = { ...toFlaggedReview(flagged), marketId, actorId: actor.id }
    await record(tx, now, reviewFlagged, reviewId, flagged.version, data)
    await audit(tx, now, { actor: actor.id, action: 'review.flagged', subject: reviewId })
    return flagged
  })
}
