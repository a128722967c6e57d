import { Problem } from '@buy-locals/contracts/problem'
import { reviewReplied } from '@buy-locals/contracts/review/events'
import type { Id } from '@buy-locals/values/ids'
import { audit } from '@buy-locals/service-kit/audit'
import { record } from '@buy-locals/service-kit/outbox'
import type { Actor } from '@buy-locals/service-kit/service'
import type { Deps } from '../deps.ts'
import { toReviewData, type Review } from '../domain/review.ts'
import * as reviews from '../persistence/review-repository.ts'
import { lockForBusiness } from '../steps/lock-review.ts'

type Command = { reviewId: Id<'review'>; text: string; actor: Actor }

/** Once, and it changes nothing of the review itself. */
export async function replyToReview({ db, clock }: Deps, { reviewId, text, actor }: Command): Promise<Review> {
  const now = clock()
  return db.transaction().execute(async (tx) => {
    const review = await lockForBusiness(tx, actor, reviewId)
    if (review.reply) throw new Problem('review/already-replied', 'This review has its reply')
    const reply = { text, at: now, by: actor.id }
    const replied = { ...review, reply, version: review.version + 1 }
    await reviews.setReply(tx, replied, reply)
    await record(tx, now, reviewReplied, replied.id, replied.version, toReviewData(replied))
    await audit(tx, now, { actor: actor.id, action: 'review.replied', subject: reviewId })
    return replied
  })
}
