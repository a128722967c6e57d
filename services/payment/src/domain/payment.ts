import type { Temporal } from 'temporal-polyfill'
import type { Id } from '@buy-locals/values/ids'
import type { BasisPoints, Money } from '@buy-locals/values/money'

export type Status = 'awaiting' | 'failed' | 'cancelled' | 'succeeded'
export type Funds = 'none' | 'held' | 'frozen' | 'released' | 'refunded'
export type Card = { brand: string; last4: string }

export type Payment = {
  id: Id<'payment'>
  bookingId: Id<'booking'>
  businessId: Id<'business'>
  consumerId: Id<'person'>
  marketId: Id<'market'>
  status: Status
  funds: Funds
  amount: Money
  captured: Money
  /** What has arrived with the consumer; what is on its way does not count. */
  refunded: Money
  feeBasisPoints: BasisPoints
  /** Money that the booking could not use any more. */
  unusable: boolean
  intent?: string | undefined
  charge?: string | undefined
  card?: Card | undefined
  paidAt?: Temporal.Instant | undefined
  releaseAt?: Temporal.Instant | undefined
  receipt?: string | undefined
  createdAt: Temporal.Instant
  version: number
}

/** What the provider says of a payment at some moment. It may be old news. */
export type Seen = {
  intent: string
  status: Status
  captured: Money
  charge?: string | undefined
  card?: Card | undefined
  paidAt?: Temporal.Instant | undefined
}

const order: Record<Status, number> = { awaiting: 0, failed: 1, cancelled: 2, succeeded: 3 }

/** Only ever forward: what was said late, or twice, changes nothing. */
export function learn(payment: Payment, seen: Seen): Payment | undefined {
  if (order[seen.status] <= order[payment.status]) return undefined
  const next = { ...payment, intent: seen.intent, status: seen.status, version: payment.version + 1 }
  if (seen.status !== 'succeeded') return next
  const { captured, charge, card, paidAt } = seen
  return { ...next, captured, charge, card, paidAt, funds: 'held' }
}

export const isOpen = ({ status }: Payment): boolean => status === 'awaiting' || status === 'failed'
