import {
  findSlots,
  listBusinessBookings,
  listCustomerBookings,
  listCustomers,
  readBooking,
  readCustomer,
} from '@buy-locals/contracts/booking/operations'
import type { Output } from '@buy-locals/contracts/operation'
import { listTransactions, readBalance, readEarnings, readReceipt } from '@buy-locals/contracts/payment/operations'
import { canReopen, isPaidOnline } from './status'
import { share, zero, type Money } from '@buy-locals/values/money'

/** With the note of the customer, which lists of bookings leave out. */
export type Booking = Output<typeof readBooking>

/** Screens that show one of these read it again after a booking has changed. */
export const queriesOfBooking = [
  readBooking,
  listBusinessBookings,
  findSlots,
  readReceipt,
  readBalance,
  readEarnings,
  listTransactions,
  ...[listCustomers, readCustomer, listCustomerBookings],
]

/** What is paid online stays as it was agreed. */
export const canEdit = ({ status, payment }: Booking): boolean =>
  payment !== 'online' && (status === 'confirmed' || status === 'pending')

/** What completed automatically, and was paid in person, the business can say took place. */
export const canConfirmVisit = (booking: Booking, now: string): boolean =>
  canReopen(booking, now) && booking.completedBy === 'automatic' && booking.payment !== 'online'

export const amountPaidOnline = (booking: Booking): Money =>
  isPaidOnline(booking) ? booking.deposit : zero(booking.deposit.currency)

/** What the customer gets back and what the business keeps, where a share of what was paid is refunded. */
export function splitRefund(booking: Booking, refundShare: number): { refund: Money; rest: Money } {
  const paid = amountPaidOnline(booking)
  const refund = share(paid, refundShare)
  return { refund, rest: { amount: paid.amount - refund.amount, currency: paid.currency } }
}

/** The share of what was paid that comes nearest to an amount. */
export const toRefundShare = (amount: Money, paid: Money): number => Math.round((amount.amount * 10_000) / paid.amount)
