import { Problem } from '@buy-locals/contracts/problem'
import { readIdCursor, toPage } from '@buy-locals/service-kit/cursor'
import { rolesAt } from '@buy-locals/service-kit/memberships'
import type { Actor } from '@buy-locals/service-kit/service'
import type { Id } from '@buy-locals/values/ids'
import type { Deps } from '../deps.ts'
import { toShownRating } from '../domain/rating.ts'
import { toFlaggedReview, toReviewData } from '../domain/review.ts'
import * as businesses from '../persistence/businesses.ts'
import type { Database } from '../persistence/database.ts'
import * as reviews from '../persistence/review-repository.ts'
import { attachPhotos } from '../steps/attach-photos.ts'

type Query = { businessId: Id<'business'>; reader: Actor | undefined; limit: number; cursor: string | undefined }

/** Of a business that is not published, for its own members and the operator alone. Whoever answers for it reads what was reported, too. */
export async function listReviews({ db }: Deps, { businessId, reader, limit, cursor }: Query) {
  const { business, byStars } = await businesses.findRated(db, businessId)
  const { role, isOperator } = business
    ? await rolesAt<Database>(db, reader, { businessId, marketId: business.marketId })
    : { role: undefined, isOperator: false }
  const mayRead = !business || business.isPublished || role !== undefined || isOperator
  if (!mayRead) throw new Problem('not-found', 'There is no such business')
  const found = await reviews.listOfBusiness(db, businessId, limit + 1, readIdCursor('review', cursor))
  const { items: page, ...more } = toPage(found, limit)
  const items = await attachPhotos(db, page)
  const present = role === 'owner' || role === 'manager' || isOperator ? toFlaggedReview : toReviewData
  return { items: items.map(present), ...more, rating: toShownRating(byStars) }
}
