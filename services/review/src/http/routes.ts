import type { Router } from 'express'
import * as api from '@buy-locals/contracts/review/operations'
import { mount } from '@buy-locals/service-kit/mount'
import type { Deps } from '../deps.ts'
import { toReviewData } from '../domain/review.ts'
import { listReviews } from '../use-cases/list-reviews.ts'
import { readReview } from '../use-cases/read-review.ts'
import { replyToReview } from '../use-cases/reply-to-review.ts'
import { writeReview } from '../use-cases/write-review.ts'

export function addRoutes(router: Router, deps: Deps): void {
  mount(router, api.writeReview, deps, async ({ params, body, actor, caller }) =>
    toReviewData(await writeReview(deps, { ...params, ...body, requester: { actor, caller } })),
  )

  mount(router, api.readReview, deps, async ({ params, actor, caller }) =>
    toReviewData(await readReview(deps, { ...params, requester: { actor, caller } })),
  )

  mount(router, api.listReviews, deps, async ({ params, query: { limit, cursor }, actor }) => {
    const { items, ...more } = await listReviews(deps, { ...params, limit, cursor, reader: actor })
    return { items: items.map(toReviewData), ...more }
  })

  mount(router, api.replyToReview, deps, async ({ params, body, actor }) =>
    toReviewData(await replyToReview(deps, { ...params, ...body, actor })),
  )
}
