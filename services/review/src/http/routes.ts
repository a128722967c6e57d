import type { Router } from 'express'
import * as api from '@buy-locals/contracts/review/operations'
import { mount } from '@buy-locals/service-kit/mount'
import type { Deps } from '../deps.ts'
import { toFlaggedReview, toReviewData } from '../domain/review.ts'
import { decideFlag } from '../use-cases/decide-flag.ts'
import { flagReview } from '../use-cases/flag-review.ts'
import { listFlaggedReviews } from '../use-cases/list-flagged-reviews.ts'
import { listReviews } from '../use-cases/list-reviews.ts'
import { readReview } from '../use-cases/read-review.ts'
import { replyToReview } from '../use-cases/reply-to-review.ts'
import { addReviewPhoto, deleteReviewPhoto, listReviewPhotos } from '../use-cases/review-photos.ts'
import { writeReview } from '../use-cases/write-review.ts'

export function addRoutes(router: Router, deps: Deps): void {
  mount(router, api.writeReview, deps, async ({ params, body, actor, caller }) =>
    toReviewData(await writeReview(deps, { ...params, ...body, requester: { actor, caller } })),
  )

  mount(router, api.listReviewPhotos, deps, ({ params, actor, caller }) =>
    listReviewPhotos(deps, { ...params, requester: { actor, caller } }),
  )
  mount(router, api.addReviewPhoto, deps, ({ params, body, actor, caller, reply }) =>
    addReviewPhoto(deps, { ...params, ...body, requester: { actor, caller } }, (tx, added) => reply.keep(tx, added)),
  )
  mount(router, api.deleteReviewPhoto, deps, ({ params, actor, caller }) =>
    deleteReviewPhoto(deps, { ...params, requester: { actor, caller } }),
  )

  mount(router, api.readReview, deps, ({ params, actor, caller }) =>
    readReview(deps, { ...params, requester: { actor, caller } }),
  )

  mount(router, api.listReviews, deps, ({ params, query: { limit, cursor }, actor }) =>
    listReviews(deps, { ...params, limit, cursor, reader: actor }),
  )

  mount(router, api.replyToReview, deps, async ({ params, body, actor }) =>
    toReviewData(await replyToReview(deps, { ...params, ...body, actor })),
  )

  mount(router, api.flagReview, deps, async ({ params, body, actor }) =>
    toFlaggedReview(await flagReview(deps, { ...params, ...body, actor })),
  )

  mount(router, api.listFlaggedReviews, deps, ({ params, query: { limit, cursor } }) =>
    listFlaggedReviews(deps, { ...params, limit, cursor }),
  )

  mount(router, api.decideFlag, deps, async ({ params, body, actor }) =>
    toFlaggedReview(await decideFlag(deps, { ...params, ...body, actor })),
  )
}
