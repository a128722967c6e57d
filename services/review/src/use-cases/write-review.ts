import type { Body } from '@buy-locals/contracts/operation'
import { Problem } from '@buy-locals/contracts/problem'
import { reviewPublished } from '@buy-locals/contracts/review/events'
import type { writeReview as operation } from '@buy-locals/contracts/review/operations'
import type { Requester } from '@buy-locals/booking-access/relation'
import { audit } from '@buy-locals/service-kit/audit'
import { record } from '@buy-locals/service-kit/outbox'
import { newId, type Id } from '@buy-locals/values/ids'
import type { Deps } from '../deps.ts'
import { toAuthorName, toReviewData, type Review } from '../domain/review.ts'
import * as people from '../persistence/people.ts'
import * as photos from '../persistence/photo-repository.ts'
import * as reviews from '../persistence/review-repository.ts'
import { changeRating } from '../steps/change-rating.ts'
import { findReviewable } from '../steps/find-reviewable.ts'

type Command = Body<typeof operation> & { bookingId: Id<'booking'>; requester: Requester }

export async function writeReview(
  { db, clock }: Deps,
  { bookingId, stars, text, photos: described = [], requester }: Command,
): Promise<Review> {
  const { businessId, consumerId, serviceName } = await findReviewable(db, bookingId, requester)
  const now = clock()
  const review = {
    id: newId('review'),
    bookingId,
    businessId,
    consumerId,
    serviceName,
    by: toAuthorName(await people.findName(db, consumerId)),
    stars,
    text,
    at: now,
    version: 1,
  }
  return db.transaction().execute(async (tx) => {
    await photos.lockVisit(tx, bookingId)
    if (!(await reviews.insert(tx, review))) throw new Problem('review/already', 'This booking has its review')
    await photos.describe(tx, bookingId, described)
    await changeRating(tx, now, businessId, stars, 1)
    await record(tx, now, reviewPublished, review.id, review.version, toReviewData(review))
    await audit(tx, now, { actor: consumerId, action: 'review.published', subject: review.id })
    return review
  })
}
