import type { Router } from 'express'
import { Problem } from '@buy-locals/contracts/problem'
import * as api from '@buy-locals/contracts/review/operations'
import { readIdCursor, toPage } from '@buy-locals/service-kit/cursor'
import { mount } from '@buy-locals/service-kit/mount'
import { requireRelation, relationTo } from '@buy-locals/booking-access/relation'
import type { Deps } from '../deps.ts'
import { knownBooking, noBooking } from '../known-booking.ts'
import * as ratings from '../persistence/ratings.ts'
import * as reviews from '../persistence/review-repository.ts'
import { replyToReview } from '../use-cases/reply-to-review.ts'
import { writeReview } from '../use-cases/write-review.ts'
import { present } from '../facts.ts'

export function addRoutes(router: Router, deps: Deps): void {
  const { db } = deps

  mount(router, api.writeReview, deps, async ({ params, body, actor, caller }) =>
    present(await writeReview(deps, { ...params, ...body, by: { actor, caller } })),
  )

  mount(router, api.readReview, deps, async ({ params: { bookingId }, actor, caller }) => {
    const standing = await relationTo(db, { actor, caller }, await knownBooking(db, bookingId))
    requireRelation(standing, noBooking(bookingId), 'booker', 'member', 'operator')
    const review = await reviews.ofBooking(db, bookingId)
    if (!review) throw new Problem('not-found', 'This booking has no review')
    return present(review)
  })

  mount(router, api.listReviews, deps, async ({ params: { businessId }, query: { limit, cursor } }) => {
    const found = await reviews.ofBusiness(db, businessId, limit + 1, readIdCursor('review', cursor))
    const { items, ...more } = toPage(found, limit)
    return { items: items.map(present), rating: await ratings.find(db, businessId), ...more }
  })

  mount(router, api.replyToReview, deps, async ({ params, body, actor }) =>
    present(await replyToReview(deps, { ...params, ...body, actor })),
  )
}
