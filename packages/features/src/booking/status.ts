import type { Booking, BookingStatus } from '@buy-locals/contracts/booking/shapes'

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

const unpaidStatuses: readonly BookingStatus[] = ['held', 'pending', 'expired']
/** Money comes in when a booking is confirmed; before that, and where it never was, nothing has been paid. */
export const isPaidOnline = ({ payment, status }: Pick<Booking, 'payment' | 'status'>) =>
  payment === 'online' && !unpaidStatuses.includes(status)
