import { toSecond } from '@buy-locals/values/time'
import type { Booking } from '../domain/booking.ts'
import { toBookingData } from '../domain/booking-data.ts'
import { presentMessage } from '../domain/thread.ts'
import type { Block } from '../persistence/block-repository.ts'
import type { BoardEntry, Complaint, Customer } from '../persistence/booking-lists.ts'
import type { OpenReport } from '../persistence/message-report-repository.ts'
import type { Blocked } from '../use-cases/block-time.ts'

export const presentToBusiness = (booking: Booking, customer: Customer) => ({ ...toBookingData(booking), customer })

export const presentBoardEntry = ({ booking, customer, resourceIds }: BoardEntry) => ({
  ...presentToBusiness(booking, customer),
  resourceIds,
})

export const presentComplaint = ({ booking, customer, businessName, text }: Complaint) => ({
  ...presentToBusiness(booking, customer),
  businessName,
  complaintText: text,
  complaintReply: booking.complaintReply,
})

export const presentBlock = ({ start, end, ...block }: Block) => ({
  ...block,
  start: toSecond(start),
  end: toSecond(end),
})

export const presentBlocked = ({ blocks, overlapping }: Blocked) => ({
  ...presentBlock(blocks[0]),
  count: blocks.length,
  overlapping: overlapping.map(({ booking, customer }) => presentToBusiness(booking, customer)),
})

export const markUnread = (unread: ReadonlySet<string>, { id }: Pick<Booking, 'id'>): { hasUnread?: true } =>
  unread.has(id) ? { hasUnread: true } : {}

/** An operator reads what both sides read of each other. */
export function presentMessageReport({ booking, message, reportedAt, ...report }: OpenReport) {
  const { id: bookingId, businessId, serviceName, start, timeZone } = booking
  return {
    ...report,
    ...{ bookingId, businessId, serviceName, start: toSecond(start), timeZone },
    message: presentMessage(message, { booking, sides: [] }),
    reportedAt: toSecond(reportedAt),
  }
}
