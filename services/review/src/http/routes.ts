import type { Router } from 'express'
import * as api from '@buy-locals/contracts/review/operations'
import { readIdCursor, toPage } from '@buy-locals/service-kit/cursor'
import { mount } from '@buy-locals/service-kit/mount'
import type { Deps } from '../deps.ts'
import { toShownRating } from '../domain/rating.ts'
import { toReviewData } from '../domain/review.ts'
import * as ratings from '../persistence/ratings.ts'
import * as reviews from '../persistence/review-repository.ts'
import { readReview } from '../use-cases/read-review.ts'
import { replyToReview } from '../use-cases/reply-to-review.ts'
import { writeReview } from '../use-cases/write-review.ts'

export function addRoutes(router: Router, deps: Deps): void {
  const { db } = deps

  mount(router, api.writeReview, deps, async ({ params, body, actor, caller }) =>
    toReviewData(await writeReview(deps, { ...params, ...body, requester: { actor, caller } })),
  )

  mount(router, api.readReview, deps, async ({ params, actor, caller }) =>
    toReviewData(await readReview(deps, { ...params, requester: { actor, caller } })),
  )

  mount(router, api.listReviews, deps, async ({ params: { businessId }, query: { limit, cursor } }) => {
    const found = await reviews.listOfBusiness(db, businessId, limit + 1, readIdCursor('review', cursor))
    const { items, ...more } = toPage(found, limit)
    return { items: items.map(toReviewData), rating: toShownRating(await ratings.findByStars(db, businessId)), ...more }
  })

  mount(router, api.replyToReview, deps, async ({ params, body, actor }) =>
    toReviewData(await replyToReview(deps, { ...params, ...body, actor })),
  )
}
