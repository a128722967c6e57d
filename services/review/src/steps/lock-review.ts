import type { Transaction } from 'kysely'
import { Problem } from '@buy-locals/contracts/problem'
import { requireMember } from '@buy-locals/service-kit/memberships'
import type { Actor } from '@buy-locals/service-kit/service'
import type { Id } from '@buy-locals/values/ids'
import { isRemoved, type Review } from '../domain/review.ts'
import type { Database } from '../persistence/database.ts'
import * as reviews from '../persistence/review-repository.ts'

export async function lockReview(tx: Transaction<Database>, reviewId: Id<'review'>): Promise<Review> {
  const review = await reviews.lock(tx, reviewId)
  if (!review || isRemoved(review)) throw noReview(reviewId)
  return review
}

/** For whoever answers for the business. Its reviewer may see it, but does not act in the name of the business. */
export async function lockForBusiness(
  tx: Transaction<Database>,
  actor: Actor,
  reviewId: Id<'review'>,
): Promise<Review> {
  const review = await lockReview(tx, reviewId)
  if (actor.id === review.consumerId) throw new Problem('forbidden', 'The business answers a review')
  await requireMember<Database>(tx, actor, review.businessId, 'manager').catch((error: unknown) => {
    throw error instanceof Problem && error.code === 'not-found' ? noReview(reviewId) : error
  })
  return review
}

const noReview = (id: string) => new Problem('not-found', `There is no review ${id}`)
