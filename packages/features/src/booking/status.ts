import { refundOf, type Booking, type BookingStatus } from '@buy-locals/contracts/booking/shapes'
import { subtract, zero, type Money } from '@buy-locals/values/money'
import { freeCancellationEnd } from './policy-text'

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

export const hasBegun = ({ start }: Pick<Booking, 'start'>, now: string) => Date.parse(start) <= Date.parse(now)

type Outcome = Pick<Booking, 'status' | 'complaintsEndAt' | 'complainedAt' | 'complaintDecision'>

/** What the business said became of a booking can be taken back by it, and complained of by its booker, until the complaint window ends. */
const isInComplaintWindow = ({ status, complaintsEndAt }: Outcome, now: string) =>
  (status === 'completed' || status === 'no-show') &&
  (complaintsEndAt === undefined || Date.parse(now) < Date.parse(complaintsEndAt))

export const canReopen = (booking: Outcome & Pick<Booking, 'businessRefund'>, now: string) =>
  !booking.complaintDecision && !booking.businessRefund && isInComplaintWindow(booking, now)

export const canComplain = (booking: Outcome & Pick<Booking, 'start'>, now: string) =>
  !booking.complainedAt &&
  (isInComplaintWindow(booking, now) || (booking.status === 'confirmed' && hasBegun(booking, now)))

/** A visit that was paid online, or that the business says took place; after a no-show, where the operator decided for the customer. */
export const canReview = ({ status, payment, completedBy, complaintDecision }: Booking) =>
  status === 'completed'
    ? payment === 'online' || completedBy !== 'automatic'
    : status === 'no-show' && complaintDecision === 'refunded'

const unpaidStatuses: readonly BookingStatus[] = ['held', 'pending', 'expired']
/** Money comes in when a booking is confirmed; before that, and where it was cancelled before that, nothing has been paid. */
export const isPaidOnline = ({
  payment,
  status,
  holdExpiresAt,
}: Pick<Booking, 'payment' | 'status' | 'holdExpiresAt'>) =>
  payment === 'online' && !unpaidStatuses.includes(status) && holdExpiresAt === undefined

/** What the business may still refund of its own accord, once the booking is over. The server decides until when. */
export function refundable(booking: Booking): Money {
  const isOpen = !isOver(booking.status) || (booking.complainedAt && !booking.complaintDecision)
  if (isOpen || !isPaidOnline(booking)) return zero(booking.deposit.currency)
  return subtract(booking.deposit, refundOf(booking))
}

/** The booker may change the time as long as cancelling would cost nothing. The server decides by its own clock. */
export function canReschedule(
  booking: Pick<Booking, 'status' | 'start' | 'timeZone' | 'policy' | 'complainedAt'>,
  now: string,
): boolean {
  const isFree =
    booking.policy.lateRefundShare === 10_000 || Date.parse(now) <= Date.parse(freeCancellationEnd(booking))
  return (
    booking.status === 'confirmed' && !booking.complainedAt && Date.parse(now) < Date.parse(booking.start) && isFree
  )
}

/** Until it starts, whoever booked may cancel; the policy says what comes back. */
export const canCancel = ({ status, start }: Pick<Booking, 'status' | 'start'>, now: string): boolean =>
  !isOver(status) && Date.parse(start) > Date.parse(now)

/** What is to pay online before a time is confirmed: the deposit, or what a new time costs beyond it. */
export const amountDue = ({ deposit, heldMove }: Pick<Booking, 'deposit' | 'heldMove'>): Money =>
  heldMove?.due ?? deposit
