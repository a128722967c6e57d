import { relationTo, requireRelation, type Requester } from '@buy-locals/booking-access/relation'
import { Problem } from '@buy-locals/contracts/problem'
import type { Id } from '@buy-locals/values/ids'
import type { Deps } from '../deps.ts'
import { isRemoved, toReviewersReview } from '../domain/review.ts'
import * as reviews from '../persistence/review-repository.ts'
import { attachPhotos } from '../steps/attach-photos.ts'
import { bookingNotFound, findBooking } from '../steps/find-booking.ts'

type OwnReview = ReturnType<typeof toReviewersReview>
type Query = { bookingId: Id<'booking'>; requester: Requester }

export async function readReview({ db }: Deps, { bookingId, requester }: Query): Promise<OwnReview> {
  const relation = await relationTo(db, requester, await findBooking(db, bookingId))
  requireRelation(relation, bookingNotFound(bookingId), 'booker', 'member', 'operator')
  const review = await reviews.findOfBooking(db, bookingId)
  if (!review || (isRemoved(review) && !relation.isBooker)) throw new Problem('not-found', 'This booking has no review')
  const [withPhotos = review] = await attachPhotos(db, [review])
  return toReviewersReview(withPhotos)
}
