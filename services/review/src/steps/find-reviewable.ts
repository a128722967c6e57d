import { isFromMail } from '@buy-locals/booking-access/manage-link'
import { relationTo, requireRelation, type Requester } from '@buy-locals/booking-access/relation'
import { Problem } from '@buy-locals/contracts/problem'
import { awaitProjection } from '@buy-locals/service-kit/find-projected'
import { memberSince } from '@buy-locals/service-kit/memberships'
import type { Id } from '@buy-locals/values/ids'
import { isBefore } from '@buy-locals/values/time'
import type { Deps } from '../deps.ts'
import { refuseReviewer } from '../domain/review.ts'
import * as bookings from '../persistence/bookings.ts'
import { bookingNotFound, findBooking } from './find-booking.ts'

/** The visit, which has taken place, for whoever may review it. */
export async function findReviewable(
  db: Deps['db'],
  bookingId: Id<'booking'>,
  requester: Requester,
): Promise<bookings.ProjectedBooking> {
  const booking = await findBooking(db, bookingId)
  const relation = await relationTo(db, requester, booking)
  requireRelation(relation, bookingNotFound(bookingId), 'booker')
  const { actor, caller } = requester
  const reviewer = {
    isMember: Boolean(relation.role) && !(await bookedBeforeJoining(db, booking, actor?.id)),
    isByLink: actor?.id !== booking.consumerId,
    isFromMail: caller !== undefined && isFromMail(caller, booking),
  }
  refuseReviewer(reviewer, booking)
  return awaitCompletion(db, booking)
}

/** What they booked as a customer they review as one, whatever they have become since. */
async function bookedBeforeJoining(
  db: Deps['db'],
  { businessId, bookedAt }: bookings.ProjectedBooking,
  personId: Id<'person'> | undefined,
): Promise<boolean> {
  const since = personId && (await memberSince(db, personId, businessId))
  return since !== undefined && isBefore(bookedAt, since)
}

/** That it was completed a moment ago may still be on its way. What can no longer be completed is refused at once. */
async function awaitCompletion(db: Deps['db'], booking: bookings.ProjectedBooking): Promise<bookings.ProjectedBooking> {
  if (booking.isReviewable) return booking
  const refusal = new Problem(
    'review/not-completed',
    booking.status === 'completed'
      ? 'It can be reviewed when the business has confirmed that it took place'
      : 'It can be reviewed when it has taken place',
  )
  if (booking.status !== 'confirmed') throw refusal
  const find = async () => {
    const newest = await bookings.find(db, booking.id)
    return newest?.isReviewable ? newest : undefined
  }
  return awaitProjection(find).catch((error: unknown) => {
    throw error instanceof Problem ? refusal : error
  })
}
