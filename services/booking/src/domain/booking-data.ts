import { toSecond } from '@buy-locals/values/time'
import type { Booking } from './booking.ts'

/** A booking as JSON. The contract of each operation and event keeps those fields that it promises. */
export function toBookingData(booking: Booking) {
  const { start, end, createdAt, holdExpiresAt, completedAt, complaintsEndAt, complainedAt, ...others } = booking
  return {
    ...others,
    start: toSecond(start),
    end: toSecond(end),
    createdAt: toSecond(createdAt),
    holdExpiresAt: holdExpiresAt && toSecond(holdExpiresAt),
    completedAt: completedAt && toSecond(completedAt),
    complaintsEndAt: complaintsEndAt && toSecond(complaintsEndAt),
    complainedAt: complainedAt && toSecond(complainedAt),
  }
}
