import type { Money } from '@buy-locals/values/money'
import type { BookingState } from './funds-decision.ts'
import type { Payment } from './payment.ts'

type Cost = Pick<BookingState, 'heldMove'> & { deposit: Money }

/** Where more has been paid than the booking costs by now, the difference is noted with the newest payment that has it, or else with several. */
export function withExcess(payments: readonly Payment[], booking: Cost): Payment[] {
  const used = payments.filter((payment) => countsForBooking(payment, booking))
  let over = sumUsed(payments, booking).amount - booking.deposit.amount
  if (over <= 0) return [...payments]
  const newestFirst = used.toReversed()
  const whole = newestFirst.find((payment) => usedOf(payment) >= over)
  const excess = new Map<Payment['id'], number>()
  for (const { id, ...payment } of whole ? [whole] : newestFirst) {
    const part = Math.min(over, usedOf(payment))
    excess.set(id, payment.excess.amount + part)
    over -= part
  }
  return payments.map((payment) => {
    const amount = excess.get(payment.id)
    return amount === undefined ? payment : { ...payment, excess: { ...payment.excess, amount } }
  })
}

/** What has been paid for a booking and is not to be refunded because of a lower price. */
export const sumUsed = (payments: readonly Payment[], booking: Cost): Money => ({
  ...booking.deposit,
  amount: payments
    .filter((payment) => countsForBooking(payment, booking))
    .reduce((total, payment) => total + usedOf(payment), 0),
})

/** What is paid for a time that is still held has not been used yet. */
const countsForBooking = ({ status, unusable, moveVersion }: Payment, { heldMove }: Cost): boolean =>
  status === 'succeeded' && !unusable && (moveVersion === undefined || moveVersion !== heldMove?.version)

const usedOf = ({ captured, excess }: Pick<Payment, 'captured' | 'excess'>) => captured.amount - excess.amount
