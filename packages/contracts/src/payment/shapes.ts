import { z } from 'zod'
import { id } from '@buy-locals/values/ids'
import { basisPoints, money, price } from '@buy-locals/values/money'
import { instant, localDate } from '@buy-locals/values/time'
import { version } from '../shapes.ts'
import { shownText } from '../written-text.ts'

export const paymentStatus = z.enum(['awaiting', 'succeeded', 'failed', 'cancelled'])
export type PaymentStatus = z.output<typeof paymentStatus>

/** Where the money of a payment is: with us, with the business, frozen until a complaint is decided, disputed until a bank has decided, refunded, or lost to a dispute. */
export const fundsStatus = z.enum(['none', 'held', 'frozen', 'disputed', 'released', 'refunded', 'lost'])
export type FundsStatus = z.output<typeof fundsStatus>

/** A payment has a subject; one subject may have several payments. */
export const subject = z.object({ kind: z.literal('booking'), id: id('booking') })

/** Why money went back to the consumer; `by-business`: it did not have to; `provider`: somebody refunded it in the payment provider's dashboard. */
export const refundReason = z.enum([
  'cancelled',
  'no-show',
  'decided',
  'unusable',
  'rescheduled',
  'by-business',
  'provider',
])

/** What a cardholder's bank opens at the payment provider. An inquiry takes no money; `closed`: it ended without a decision. */
export const dispute = z.object({
  id: id('dispute'),
  status: z.enum(['inquiry', 'open', 'won', 'lost', 'closed']),
  amount: price,
  /** What the bank has of it at the moment. */
  withdrawn: price,
  /** The provider's fee for the dispute. */
  fee: money,
  /** The bank's, in the provider's word. */
  reason: z.string(),
  respondBy: instant.optional(),
})

/** Money that the provider will not move, or that a bank has sent back: somebody has to look at it. */
export const refusedMovement = z.object({
  /** The refund or the transfer. */
  id: z.string(),
  kind: z.enum(['refund', 'transfer']),
  amount: price,
})

export const payment = z
  .object({
    id: id('payment'),
    subject,
    businessId: id('business'),
    consumerId: id('person'),
    marketId: id('market').optional(),
    status: paymentStatus,
    amount: price,
    captured: price,
    refunded: price,
    fee: price,
    feeBasisPoints: basisPoints,
    funds: fundsStatus,
    /** Of the difference that a move costs: the version of the booking with which the new time was held. */
    moveVersion: version.optional(),
    version,
  })
  .meta({ id: 'Payment' })

export const receipt = z
  .object({
    number: z.string(),
    paymentId: id('payment'),
    bookingId: id('booking'),
    businessId: id('business'),
    businessName: shownText,
    serviceName: shownText,
    start: instant,
    timeZone: z.string(),
    paidAt: instant,
    lines: z.array(z.object({ kind: z.enum(['paid', 'refunded', 'disputed']), at: instant, amount: money })),
    total: money,
    funds: fundsStatus,
    /** When held money goes to the business, where that is known. */
    releaseAt: instant.optional(),
    card: z.object({ brand: z.string(), last4: z.string() }).optional(),
  })
  .meta({ id: 'Receipt' })

/** `net` is what stays with the business. */
export const transaction = z
  .object({
    id: z.string(),
    at: instant,
    kind: z.enum(['payment', 'refund', 'release', 'claw-back', 'fee', 'dispute', 'dispute-reinstated']),
    bookingId: id('booking').optional(),
    description: shownText,
    gross: money,
    fee: money,
    net: money,
  })
  .meta({ id: 'Transaction' })

/** Days and months are those of the business's zone. `returned` is refunded, or taken back by a bank: zero or less. */
export const earnings = z
  .object({
    releases: z.array(z.object({ date: localDate, amount: money })),
    months: z.array(z.object({ month: z.string(), paid: money, returned: money, fee: money, net: money })),
  })
  .meta({ id: 'Earnings' })

/** A payment of which refunds or a transfer were refused, as the operator reads it. */
export const refusedPayment = z
  .object({
    id: id('payment'),
    bookingId: id('booking'),
    businessName: shownText,
    serviceName: shownText,
    start: instant,
    timeZone: z.string(),
    refund: price.optional(),
    transfer: price.optional(),
  })
  .meta({ id: 'RefusedPayment' })

export const payee = z
  .object({
    status: z.enum(['none', 'onboarding', 'restricted', 'ready']),
    chargesEnabled: z.boolean(),
    payoutsEnabled: z.boolean(),
    requirements: z.array(z.string()),
  })
  .meta({ id: 'Payee' })
