import type { Quote, Service } from '@buy-locals/contracts/booking/shapes'
import { chargeable } from '@buy-locals/values/card-amounts'
import { negate, share, subtract, times, zero, type Money } from '@buy-locals/values/money'

type Priced = Pick<Service, 'price' | 'payment' | 'depositBasisPoints' | 'depositAmount'>

export type Terms = Pick<Quote, 'price' | 'deposit' | 'payment'>

/** What a booking costs and what of it is paid before the time is confirmed. */
export function calculateTerms(service: Priced, partySize: number, takesPayments: boolean): Terms {
  const price = times(service.price, partySize)
  const nothing = zero(price.currency)
  if (price.amount === 0) return { price, deposit: nothing, payment: 'none' }
  const deposit = calculateDeposit(service, partySize)
  const isOnline = takesPayments && service.payment === 'online' && deposit.amount > 0
  return isOnline ? { price, deposit, payment: 'online' } : { price, deposit: nothing, payment: 'at-venue' }
}

/** Of a booking that has been paid: what is to pay or to refund beyond that. */
export function quoteDifference(terms: Terms, paid: Money): Quote {
  const difference = subtract(terms.deposit, paid)
  const nothing = zero(difference.currency)
  if (difference.amount >= 0) return { ...terms, dueNow: difference }
  return { ...terms, dueNow: nothing, refund: negate(difference) }
}

/** What a screen shows of the terms: nobody but this service calculates what is due. */
export const toQuote = (terms: Terms): Quote => ({ ...terms, dueNow: terms.deposit })

/** The fixed deposit or the share of the price, as far as a card can be charged it. */
export const calculateDeposit = (service: Priced, partySize: number): Money =>
  chargeable(unroundedDeposit(service, partySize))

export const unroundedDeposit = ({ price, depositAmount, depositBasisPoints }: Priced, partySize: number): Money =>
  depositAmount ? times(depositAmount, partySize) : share(times(price, partySize), depositBasisPoints)

/** Without a saved card, nothing payable is sold further ahead than funds may be held. */
export const longestDaysToHoldFunds = 80

export const isPaidOnline = (service: Priced, takesPayments: boolean): boolean =>
  calculateTerms(service, 1, takesPayments).payment === 'online'

export function calculateHorizonDays(
  service: Priced & Pick<Service, 'maxHorizonDays'>,
  takesPayments: boolean,
): number {
  return isPaidOnline(service, takesPayments)
    ? Math.min(service.maxHorizonDays, longestDaysToHoldFunds)
    : service.maxHorizonDays
}
