import type { Kysely } from 'kysely'
import { Problem } from '@buy-locals/contracts/problem'
import { readIdCursor, toPage } from '@buy-locals/service-kit/cursor'
import { isMember, isOperator } from '@buy-locals/service-kit/memberships'
import type { Id } from '@buy-locals/values/ids'
import type { Deps } from '../deps.ts'
import { toShownRating } from '../domain/rating.ts'
import * as businesses from '../persistence/businesses.ts'
import type { Database } from '../persistence/database.ts'
import * as reviews from '../persistence/review-repository.ts'

type Reader = { id: Id<'person'> } | undefined
type Query = { businessId: Id<'business'>; reader: Reader; limit: number; cursor: string | undefined }

/** Of a business that is not published, for its own members and the operator alone. */
export async function listReviews({ db }: Deps, { businessId, reader, limit, cursor }: Query) {
  const { business, byStars } = await businesses.findRated(db, businessId)
  const mayRead = !business || business.isPublished || (await belongs(db, reader, businessId, business.marketId))
  if (!mayRead) throw new Problem('not-found', 'There is no such business')
  const found = await reviews.listOfBusiness(db, businessId, limit + 1, readIdCursor('review', cursor))
  return { ...toPage(found, limit), rating: toShownRating(byStars) }
}

const belongs = async (db: Kysely<Database>, reader: Reader, businessId: Id<'business'>, marketId: Id<'market'>) =>
  (await isMember(db, reader, businessId)) || isOperator(db, reader, marketId)
