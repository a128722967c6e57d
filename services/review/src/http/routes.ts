import type { Router } from 'express'
import { Problem } from '@buy-locals/contracts/problem'
import * as api from '@buy-locals/contracts/review/operations'
import { readIdCursor, toPage } from '@buy-locals/service-kit/cursor'
import { mount } from '@buy-locals/service-kit/mount'
import { relationTo, requireRelation } from '@buy-locals/booking-access/relation'
import type { Deps } from '../deps.ts'
import { toShownRating } from '../domain/rating.ts'
import { toReviewData } from '../domain/review.ts'
import * as ratings from '../persistence/ratings.ts'
import * as reviews from '../persistence/review-repository.ts'
import { bookingNotFound, findBooking } from '../steps/find-booking.ts'
import { replyToReview } from '../use-cases/reply-to-review.ts'
import { writeReview } from '../use-cases/write-review.ts'

export function addRoutes(router: Router, deps: Deps): void {
  const { db } = deps

  mount(router, api.writeReview, deps, async ({ params, body, actor, caller }) =>
    toReviewData(await writeReview(deps, { ...params, ...body, requester: { actor, caller } })),
  )

  mount(router, api.readReview, deps, async ({ params: { bookingId }, actor, caller }) => {
    const relation = await relationTo(db, { actor, caller }, await findBooking(db, bookingId))
    requireRelation(relation, bookingNotFound(bookingId), 'booker', 'member', 'operator')
    const review = await reviews.findOfBooking(db, bookingId)
    if (!review) throw new Problem('not-found', 'This booking has no review')
    return toReviewData(review)
  })

  mount(router, api.listReviews, deps, async ({ params: { businessId }, query: { limit, cursor } }) => {
    const found = await reviews.listOfBusiness(db, businessId, limit + 1, readIdCursor('review', cursor))
    const { items, ...more } = toPage(found, limit)
    return { items: items.map(toReviewData), rating: toShownRating(await ratings.findByStars(db, businessId)), ...more }
  })

  mount(router, api.replyToReview, deps, async ({ params, body, actor }) =>
    toReviewData(await replyToReview(deps, { ...params, ...body, actor })),
  )
}
