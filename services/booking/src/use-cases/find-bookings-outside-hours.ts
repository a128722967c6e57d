import { maxBookingsNamed } from '@buy-locals/contracts/booking/shapes'
import { findOpenTimes, type Hours } from '@buy-locals/scheduling'
import type { Id } from '@buy-locals/values/ids'
import { toSecond } from '@buy-locals/values/time'
import type { Deps } from '../deps.ts'
import * as lists from '../persistence/booking-lists.ts'
import { findBusiness } from '../steps/find-business.ts'

type Query = { businessId: Id<'business'>; of: lists.BookingFilter; hours: Hours }

/** Nothing is booked further ahead: the longest horizon, and a day-long service. */
const longestAheadHours = 732 * 24

export async function findBookingsOutsideHours(
  { db, clock }: Deps,
  { businessId, of, hours }: Query,
): ReturnType<typeof lists.outside> {
  const { timeZone } = await findBusiness(db, businessId)
  const now = clock()
  const open = findOpenTimes(hours, timeZone, toSecond(now), toSecond(now.add({ hours: longestAheadHours })))
  return lists.outside(db, { businessId, of, open, now }, maxBookingsNamed)
}
