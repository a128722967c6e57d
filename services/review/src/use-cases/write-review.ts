import { Problem } from '@buy-locals/contracts/problem'
import { reviewPublished } from '@buy-locals/contracts/review/events'
import { newId, type Id } from '@buy-locals/values/ids'
import { audit } from '@buy-locals/service-kit/audit'
import { awaitProjection } from '@buy-locals/service-kit/find-projected'
import { record } from '@buy-locals/service-kit/outbox'
import { requireRelation, relationTo, type Requester } from '@buy-locals/booking-access/relation'
import type { Deps } from '../deps.ts'
import { firstNameOf } from '../domain/author.ts'
import { refuseReviewer } from '../domain/reviewer.ts'
import { present } from '../facts.ts'
import { knownBooking, noBooking } from '../known-booking.ts'
import * as bookings from '../persistence/bookings.ts'
import * as people from '../persistence/people.ts'
import * as ratings from '../persistence/ratings.ts'
import * as reviews from '../persistence/review-repository.ts'

type Command = { bookingId: Id<'booking'>; stars: number; text?: string | undefined; by: Requester }

export async function writeReview(
  { db, clock }: Deps,
  { bookingId, stars, text, by }: Command,
): Promise<reviews.Review> {
  const booked = await knownBooking(db, bookingId)
  const standing = await relationTo(db, by, booked)
  requireRelation(standing, noBooking(bookingId), 'booker')
  refuseReviewer({ isMember: Boolean(standing.role), isByLink: by.actor?.id !== booked.consumerId }, booked)
  const { businessId, consumerId, serviceName } = await completed(db, booked)
  const now = clock()
  const name = firstNameOf(await people.nameOf(db, consumerId))
  const review = {
    id: newId('review'),
    bookingId,
    businessId,
    consumerId,
    serviceName,
    by: name,
    stars,
    text,
    at: now,
    version: 1,
  }
  return db.transaction().execute(async (tx) => {
    if (!(await reviews.insert(tx, review))) throw new Problem('review/already', 'This booking has its review')
    await ratings.count(tx, now, businessId, stars)
    await record(tx, now, reviewPublished, review.id, review.version, present(review))
    await audit(tx, now, { actor: consumerId, action: 'review.published', subject: review.id })
    return review
  })
}

/** That it was completed a moment ago may still be on its way. What can no longer be completed is refused at once. */
async function completed(db: Deps['db'], booked: bookings.Booked): Promise<bookings.Booked> {
  if (booked.status === 'completed') return booked
  const refusal = new Problem('review/not-completed', 'It can be reviewed when it has taken place')
  if (booked.status !== 'confirmed') throw refusal
  const find = async () => {
    const known = await bookings.find(db, booked.id)
    return known?.status === 'completed' ? known : undefined
  }
  return awaitProjection(find).catch((error: unknown) => {
    throw error instanceof Problem ? refusal : error
  })
}
