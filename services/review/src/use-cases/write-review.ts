import { Problem } from '@buy-locals/contracts/problem'
import { reviewPublished } from '@buy-locals/contracts/review/events'
import { isFromMail } from '@buy-locals/booking-access/manage-link'
import { relationTo, requireRelation, type Requester } from '@buy-locals/booking-access/relation'
import { audit } from '@buy-locals/service-kit/audit'
import { awaitProjection } from '@buy-locals/service-kit/find-projected'
import { memberSince } from '@buy-locals/service-kit/memberships'
import { record } from '@buy-locals/service-kit/outbox'
import { newId, type Id } from '@buy-locals/values/ids'
import { isBefore } from '@buy-locals/values/time'
import type { Deps } from '../deps.ts'
import { refuseReviewer, toAuthorName, toReviewData, type Review } from '../domain/review.ts'
import * as bookings from '../persistence/bookings.ts'
import * as people from '../persistence/people.ts'
import * as reviews from '../persistence/review-repository.ts'
import { changeRating } from '../steps/change-rating.ts'
import { bookingNotFound, findBooking } from '../steps/find-booking.ts'

type Command = { bookingId: Id<'booking'>; stars: number; text?: string | undefined; requester: Requester }

export async function writeReview(
  { db, clock }: Deps,
  { bookingId, stars, text, requester }: Command,
): Promise<Review> {
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
  const { businessId, consumerId, serviceName } = await awaitCompletion(db, booking)
  const now = clock()
  const review = {
    id: newId('review'),
    bookingId,
    businessId,
    consumerId,
    serviceName,
    by: toAuthorName(await people.findName(db, consumerId)),
    stars,
    text,
    at: now,
    version: 1,
  }
  return db.transaction().execute(async (tx) => {
    if (!(await reviews.insert(tx, review))) throw new Problem('review/already', 'This booking has its review')
    await changeRating(tx, now, businessId, stars, 1)
    await record(tx, now, reviewPublished, review.id, review.version, toReviewData(review))
    await audit(tx, now, { actor: consumerId, action: 'review.published', subject: review.id })
    return review
  })
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
