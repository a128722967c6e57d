import type { Output } from '@buy-locals/contracts/operation'
import type { listFlaggedReviews as operation } from '@buy-locals/contracts/review/operations'
import { readIdCursor, toPage } from '@buy-locals/service-kit/cursor'
import type { Id } from '@buy-locals/values/ids'
import type { Deps } from '../deps.ts'
import { toFlaggedReview } from '../domain/review.ts'
import * as reviews from '../persistence/review-repository.ts'
import { attachPhotos } from '../steps/attach-photos.ts'

type Query = { marketId: Id<'market'>; limit: number; cursor: string | undefined }

/** With their photos, which are a reason to report one too. */
export async function listFlaggedReviews(
  { db }: Pick<Deps, 'db'>,
  { marketId, limit, cursor }: Query,
): Promise<Output<typeof operation>> {
  const found = await reviews.listFlagged(db, marketId, limit + 1, readIdCursor('review', cursor))
  const { items, ...more } = toPage(found, limit)
  return { items: (await attachPhotos(db, items)).map(toFlaggedReview), ...more }
}
