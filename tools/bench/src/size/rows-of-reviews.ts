import type { Copy } from './copy-rows.ts'
import { kinds, type Plan } from './plan.ts'
import { dayMs, idAt } from './world.ts'

export function* rowsOfReviews({
  world,
  ids,
  ours,
  consumerId,
  paidId,
  visits,
  ofVisit,
  marketOf,
}: Plan): Generator<Copy> {
  const { businesses, bookable } = world
  yield { table: 'review.businesses', from: 1, count: businesses, like: `business_id = '${ours.id}'`, columns: { business_id: ids.business, market_id: marketOf, category: (n) => kinds[n % 12] ?? '' } } // prettier-ignore
  yield { table: 'review.people', from: 1, count: world.people, like: `person_id = '${consumerId}'`, columns: { person_id: ids.person, name: (n) => `Person ${n}` } } // prettier-ignore
  yield { table: 'review.bookings', count: visits.count, like: `booking_id = '${paidId}'`, columns: { booking_id: ids.booking, business_id: ofVisit.business, consumer_id: ofVisit.person, market_id: ofVisit.market, status: visits.status, booked_at: ofVisit.created } } // prettier-ignore
  const reviewed = Uint32Array.from({ length: Math.floor(visits.count / 5) }, (_, n) => n * 5).filter((n) => visits.status(n) === 'completed') // prettier-ignore
  const ofReviewed = <T>(each: (n: number) => T) => (n: number) => each(reviewed[n] ?? 0) // prettier-ignore
  yield { table: 'review.reviews', count: reviewed.length, columns: { id: ofReviewed((n) => idAt('rev', visits.startMs(n) + dayMs, n)), booking_id: ofReviewed(ids.booking), business_id: ofReviewed(ofVisit.business), consumer_id: ofReviewed(ofVisit.person), by_name: () => 'Cora L.', service_name: () => 'Visit', stars: (n) => 1 + (n % 5), text: () => 'Good, and again. '.repeat(8), written_at: ofReviewed(ofVisit.end), version: () => 1, state: () => 'published' } } // prettier-ignore
  yield { table: 'review.ratings', count: bookable, columns: { business_id: ids.business, bayes: () => 4, version: () => 1, stars_5: (n) => n % 40 } } // prettier-ignore
}
