import type { BookingStatus } from '@buy-locals/contracts/booking/shapes'

/** The tone of a badge; its text is `booking.status.…`. */
export const toneOf = {
  held: 'waiting',
  pending: 'waiting',
  confirmed: 'good',
  completed: 'told',
  cancelled: 'bad',
  'no-show': 'bad',
  expired: 'plain',
} as const satisfies Record<BookingStatus, string>

const over: readonly BookingStatus[] = ['completed', 'cancelled', 'no-show', 'expired']
export const isOver = (status: BookingStatus) => over.includes(status)
