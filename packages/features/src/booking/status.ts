import type { BookingStatus } from '@buy-locals/contracts/booking/shapes'

/** The tone of a badge; its text is `booking.status.…`. */
export const statusTones = {
  held: 'pending',
  pending: 'pending',
  confirmed: 'success',
  completed: 'info',
  cancelled: 'danger',
  'no-show': 'danger',
  expired: 'plain',
} as const satisfies Record<BookingStatus, string>

const finishedStatuses: readonly BookingStatus[] = ['completed', 'cancelled', 'no-show', 'expired']
export const isOver = (status: BookingStatus) => finishedStatuses.includes(status)
