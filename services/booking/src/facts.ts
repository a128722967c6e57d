import type { DataOf } from '@buy-locals/contracts/event'
import type * as events from '@buy-locals/contracts/booking/events'
import type { Booking } from '@buy-locals/contracts/booking/shapes'
import { toSecond } from '@buy-locals/values/time'
import type { Booking } from './domain/booking.ts'

/** The booking as its parties and other services see it. What they may not see, their contracts strip. */
export function present(booking: Booking): Booking {
  const { start, end, createdAt, holdExpiresAt, completedAt, complaintsEndAt: _, complainedAt, ...plain } = booking
  return {
    ...plain,
    start: toSecond(start),
    end: toSecond(end),
    createdAt: toSecond(createdAt),
    holdExpiresAt: holdExpiresAt && toSecond(holdExpiresAt),
    completedAt: completedAt && toSecond(completedAt),
    complainedAt: complainedAt && toSecond(complainedAt),
  }
}

export function fact(booking: Booking): DataOf<typeof events.bookingHeld> {
  const { marketId, isGuest, manageTokenHash, isEnteredByBusiness, complaintsEndAt, isFinal } = booking
  const dispute = { complaintsEndAt: complaintsEndAt && toSecond(complaintsEndAt), isFinal }
  return { ...present(booking), marketId, isGuest, manageTokenHash, isEnteredByBusiness, ...dispute }
}
