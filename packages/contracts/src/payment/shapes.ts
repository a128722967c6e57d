import { z } from 'zod'
import { id } from '@buy-locals/values/ids'
import { basisPoints, money, price } from '@buy-locals/values/money'
import { instant } from '@buy-locals/values/time'
import { version } from '../shapes.ts'

export const paymentStatus = z.enum(['awaiting', 'succeeded', 'failed', 'cancelled'])
export type PaymentStatus = z.output<typeof paymentStatus>

/** Where the money of a payment is: with us, with the business, frozen until a complaint is decided, or refunded. */
export const fundsStatus = z.enum(['none', 'held', 'frozen', 'released', 'refunded'])
export type FundsStatus = z.output<typeof fundsStatus>

/** A payment has a subject; one subject may have several payments. */
export const subject = z.object({ kind: z.literal('booking'), id: id('booking') })

export const payment = z
  .object({
    id: id('payment'),
    subject,
    businessId: id('business'),
    consumerId: id('person'),
    status: paymentStatus,
    amount: price,
    captured: price,
    refunded: price,
    fee: price,
    feeBasisPoints: basisPoints,
    funds: fundsStatus,
    version,
  })
  .meta({ id: 'Payment' })

export const receipt = z
  .object({
    number: z.string(),
    paymentId: id('payment'),
    bookingId: id('booking'),
    businessId: id('business'),
    businessName: z.string(),
    serviceName: z.string(),
    start: instant,
    timeZone: z.string(),
    paidAt: instant,
    lines: z.array(z.object({ kind: z.enum(['paid', 'refunded']), at: instant, amount: money })),
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
    kind: z.enum(['payment', 'refund', 'release', 'claw-back', 'fee']),
    bookingId: id('booking').optional(),
    description: z.string(),
    gross: money,
    fee: money,
    net: money,
  })
  .meta({ id: 'Transaction' })

export const payee = z
  .object({
    status: z.enum(['none', 'onboarding', 'restricted', 'ready']),
    chargesEnabled: z.boolean(),
    payoutsEnabled: z.boolean(),
    requirements: z.array(z.string()),
  })
  .meta({ id: 'Payee' })
