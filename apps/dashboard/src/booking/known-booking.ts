import type { readBooking } from '@buy-locals/contracts/booking/operations'
import type { Output } from '@buy-locals/contracts/operation'
import { share, zero, type Money } from '@buy-locals/values/money'

export type KnownBooking = Output<typeof readBooking>

/** What came in online, once the booking stands. */
export const paidOnline = ({ payment, deposit, status }: KnownBooking): Money =>
  payment === 'online' && status !== 'held' && status !== 'pending' && status !== 'expired'
    ? deposit
    : zero(deposit.currency)

/** What the customer gets back and what stays, where a share of it is given back. */
export function divided(booking: KnownBooking, points: number): { back: Money; rest: Money } {
  const paid = paidOnline(booking)
  const back = share(paid, points)
  return { back, rest: { amount: paid.amount - back.amount, currency: paid.currency } }
}
