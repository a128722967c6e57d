import type { Temporal } from 'temporal-polyfill'
import type { z } from 'zod'
import type { FundsStatus, PaymentStatus, receipt } from '@buy-locals/contracts/payment/shapes'
import { newId, type Id } from '@buy-locals/values/ids'
import { zero, type BasisPoints, type Money } from '@buy-locals/values/money'

export type Card = NonNullable<z.output<typeof receipt>['card']>

export type Payment = {
  id: Id<'payment'>
  bookingId: Id<'booking'>
  businessId: Id<'business'>
  consumerId: Id<'person'>
  marketId: Id<'market'>
  status: PaymentStatus
  funds: FundsStatus
  amount: Money
  captured: Money
  /** What has arrived with the consumer; what is on its way does not count. */
  refunded: Money
  feeBasisPoints: BasisPoints
  /** What of it the booking costs no more, because it was moved to a time with a lower price. */
  excess: Money
  /** Of the difference that a move costs: the version of the booking with which the new time was held. */
  moveVersion?: number | undefined
  /** Its money came too late for the booking to use it. */
  unusable: boolean
  paymentIntentId?: string | undefined
  chargeId?: string | undefined
  card?: Card | undefined
  paidAt?: Temporal.Instant | undefined
  releaseAt?: Temporal.Instant | undefined
  receiptNumber?: string | undefined
  createdAt: Temporal.Instant
  version: number
}

type PayableBooking = Pick<Payment, 'businessId' | 'consumerId' | 'marketId'> & {
  id: Id<'booking'>
  deposit: Money
  heldMove?: { version: number; due: Money } | undefined
}

export const newPayment = (
  { id: bookingId, businessId, consumerId, marketId, deposit, heldMove }: PayableBooking,
  feeBasisPoints: BasisPoints,
  createdAt: Temporal.Instant,
): Payment => ({
  id: newId('payment'),
  ...{ bookingId, businessId, consumerId, marketId },
  status: 'awaiting',
  funds: 'none',
  amount: heldMove?.due ?? deposit,
  captured: zero(deposit.currency),
  refunded: zero(deposit.currency),
  feeBasisPoints,
  excess: zero(deposit.currency),
  moveVersion: heldMove?.version,
  unusable: false,
  createdAt,
  version: 1,
})

/** The states in which a card can still be charged. */
export const openStatuses = ['awaiting', 'failed'] as const satisfies readonly PaymentStatus[]

export const isOpen = ({ status }: Pick<Payment, 'status'>): boolean => openStatuses.some((open) => open === status)

/** What the provider's PaymentIntent was when it was fetched, which may have been a while ago. */
export type IntentState = {
  paymentIntentId: string
  status: PaymentStatus
  captured: Money
  chargeId?: string | undefined
  card?: Card | undefined
  paidAt?: Temporal.Instant | undefined
}

const progress: Record<PaymentStatus, number> = { awaiting: 0, failed: 1, cancelled: 2, succeeded: 3 }

/** A payment only moves forward: a state that is fetched late, or twice, changes nothing. */
export function moveForward(payment: Payment, intent: IntentState): Payment | undefined {
  if (progress[intent.status] <= progress[payment.status]) return undefined
  const { paymentIntentId, status } = intent
  const next = { ...payment, paymentIntentId, status, version: payment.version + 1 }
  if (status !== 'succeeded') return next
  const { captured, chargeId, card, paidAt } = intent
  return { ...next, captured, chargeId, card, paidAt, funds: 'held' }
}
