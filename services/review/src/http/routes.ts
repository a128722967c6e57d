import type { Router } from 'express'
import { Problem } from '@buy-locals/contracts/problem'
import * as api from '@buy-locals/contracts/review/operations'
import { id } from '@buy-locals/values/ids'
import { mount } from '@buy-locals/service-kit/mount'
import { requireStanding, standingOf } from '@buy-locals/service-kit/standing'
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
    const standing = await standingOf(db, { actor, caller }, await knownBooking(db, bookingId))
    requireStanding(
      standing,
      standing.isBooker || standing.role !== undefined || standing.isOperator,
      noBooking(bookingId),
    )
    const review = await reviews.ofBooking(db, bookingId)
    if (!review) throw new Problem('not-found', 'This booking has no review')
    return present(review)
  })

  mount(router, api.listReviews, deps, async ({ params: { businessId }, query: { limit, cursor } }) => {
    const page = await reviews.ofBusiness(db, businessId, limit + 1, cursor && after(cursor))
    const items = page.slice(0, limit)
    const last = items.at(-1)
    return {
      items: items.map(present),
      rating: await ratings.find(db, businessId),
      ...(page.length > limit && last && { nextCursor: last.id }),
    }
  })

  mount(router, api.replyToReview, deps, async ({ params, body, actor }) =>
    present(await replyToReview(deps, { ...params, ...body, actor })),
  )
}

function after(cursor: string): string {
  const known = id('review').safeParse(cursor)
  if (known.success) return known.data
  throw new Problem('invalid-request', 'This is no cursor', {
    errors: [{ pointer: '/query/cursor', detail: 'take it from nextCursor' }],
  })
}
