import { complaintDays } from '@buy-locals/contracts/booking/shapes'
import { toSecond } from '@buy-locals/values/time'
import type { Booking } from './booking.ts'

/** A booking as JSON. The contract of each operation and event keeps those fields that it promises. */
export function toBookingData(booking: Booking) {
  const {
    start,
    end,
    createdAt,
    holdExpiresAt,
    completedAt,
    complaintsEndAt,
    complainedAt,
    complaintRepliedAt: _,
    cancelledAt: __,
    ...more
  } = booking
  const { rescheduledAt, previousStart, heldMove, ...others } = more
  return {
    ...others,
    start: toSecond(start),
    end: toSecond(end),
    createdAt: toSecond(createdAt),
    holdExpiresAt: holdExpiresAt && toSecond(holdExpiresAt),
    completedAt: completedAt && toSecond(completedAt),
    complaintsEndAt: complaintsEndAt && toSecond(complaintsEndAt),
    complainedAt: complainedAt && toSecond(complainedAt),
    rescheduledAt: rescheduledAt && toSecond(rescheduledAt),
    previousStart: previousStart && toSecond(previousStart),
    heldMove: heldMove && {
      ...heldMove,
      start: toSecond(heldMove.start),
      end: toSecond(heldMove.end),
      holdExpiresAt: toSecond(heldMove.holdExpiresAt),
    },
  }
}

/** What both sides of a complaint wrote. */
export const toComplaintTexts = ({ complainedAt, complaintText, complaintReply, complaintRepliedAt }: Booking) =>
  complainedAt && {
    text: complaintText,
    reply: complaintReply,
    repliedAt: complaintRepliedAt && toSecond(complaintRepliedAt),
    decideBy: toSecond(complainedAt.add({ hours: complaintDays.decision * 24 })),
  }
