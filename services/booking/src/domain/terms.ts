import { chargeable } from '@buy-locals/values/card-amounts'
import { share, times, zero, type BasisPoints, type Money } from '@buy-locals/values/money'

type Offer = { price: Money; payment: 'online' | 'at-venue'; depositBasisPoints: BasisPoints }

export type Terms = { price: Money; deposit: Money; payment: 'none' | 'online' | 'at-venue' }

/** What a booking costs and what of it is paid before the time is confirmed. */
export function termsOf(offer: Offer, partySize: number, takesPayments: boolean): Terms {
  const price = times(offer.price, partySize)
  const nothing = zero(price.currency)
  if (price.amount === 0) return { price, deposit: nothing, payment: 'none' }
  const deposit = chargeable(share(price, offer.depositBasisPoints))
  const isOnline = takesPayments && offer.payment === 'online' && deposit.amount > 0
  return isOnline ? { price, deposit, payment: 'online' } : { price, deposit: nothing, payment: 'at-venue' }
}

/** Without a saved card, nothing payable is sold further ahead than funds may be kept. */
const longestDaysToHoldFunds = 80

export function horizonOf(offer: Offer & { maxHorizonDays: number }, takesPayments: boolean): number {
  const isPayable = termsOf(offer, 1, takesPayments).payment === 'online'
  return isPayable ? Math.min(offer.maxHorizonDays, longestDaysToHoldFunds) : offer.maxHorizonDays
}
