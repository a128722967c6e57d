import { z } from 'zod'
import { id } from '@buy-locals/values/ids'
import { money, price } from '@buy-locals/values/money'
import { operation } from '../operation.ts'
import { cursor, limit, page } from '../shapes.ts'
import { earnings, payee, receipt, refusedPayment, transaction } from './shapes.ts'

const read = { service: 'payment', method: 'get', throttle: 'read', status: 200 } as const
const write = { service: 'payment', method: 'post', throttle: 'write' } as const
const ofBusiness = z.object({ businessId: id('business') })
const ofBooking = z.object({ bookingId: id('booking') })

export const payBooking = operation({
  ...write,
  id: 'payBooking',
  title: 'Pay for a booking',
  path: '/bookings/:bookingId/payment',
  access: 'booker',
  idempotent: true,
  summary: 'A PaymentIntent for the frozen price; the client confirms it with the card',
  params: ofBooking,
  status: 201,
  returns: z.object({
    paymentIntentId: z.string(),
    clientSecret: z.string(),
    publishableKey: z.string(),
    amount: price,
  }),
  problems: ['not-found', 'not-yet', 'booking/hold-expired', 'payment/not-payable', 'payment/off', 'payment/provider', 'booking/payments-not-ready'], // prettier-ignore
})

export const readReceipt = operation({
  ...read,
  id: 'readReceipt',
  title: 'Read a receipt',
  path: '/bookings/:bookingId/receipt',
  access: 'party',
  summary: 'What was paid and refunded, and where the money is',
  params: ofBooking,
  returns: receipt,
  problems: ['not-found', 'not-yet'],
})

export const stripeWebhook = operation({
  ...write,
  id: 'stripeWebhook',
  title: 'Receive a Stripe event',
  path: '/stripe/webhook',
  access: 'machine',
  throttle: 'machine',
  raw: true,
  summary: "Stripe's events: verified on the raw body, stored once, worked on afterwards",
  status: 200,
  returns: z.object({ received: z.literal(true) }),
  problems: ['payment/signature', 'payment/off', 'too-large'],
})

export const onboardPayee = operation({
  ...write,
  id: 'onboardPayee',
  title: 'Start payout setup',
  sensitive: true,
  stepUp: true,
  path: '/businesses/:businessId/payee',
  access: 'owner',
  summary: "A link to the payment provider's own onboarding",
  params: ofBusiness,
  status: 201,
  returns: z.object({ onboardingUrl: z.url() }),
  problems: ['not-yet', 'payment/off', 'payment/provider'],
})

export const readPayee = operation({
  ...read,
  id: 'readPayee',
  title: 'Read payout setup',
  sensitive: true,
  path: '/businesses/:businessId/payee',
  access: 'manager',
  summary: 'Whether the business can be paid and what is missing',
  params: ofBusiness,
  returns: payee,
  problems: [],
})

export const readBalance = operation({
  ...read,
  id: 'readBalance',
  title: 'Read the balance',
  path: '/businesses/:businessId/balance',
  access: 'manager',
  summary: 'Held for the business, frozen, disputed at a bank, released to it, and what it owes',
  params: ofBusiness,
  returns: z.object({ held: money, frozen: money, disputed: money, released: money, owed: money }),
  problems: ['not-yet'],
})

export const readEarnings = operation({
  ...read,
  id: 'readEarnings',
  title: 'Read earnings',
  path: '/businesses/:businessId/earnings',
  access: 'manager',
  summary: 'What is released on which of the next days, and what each of the last twelve months came to',
  params: ofBusiness,
  returns: earnings,
  problems: ['not-yet'],
})

export const listTransactions = operation({
  ...read,
  id: 'listTransactions',
  title: 'List transactions',
  path: '/businesses/:businessId/transactions',
  access: 'manager',
  summary: 'Every movement of money, the newest first; `format=csv` for a table',
  params: ofBusiness,
  query: z.object({ format: z.enum(['json', 'csv']).default('json'), limit, cursor: cursor.optional() }),
  returns: page(transaction),
  produces: 'text/csv',
  problems: [],
})

export const listRefusedPayments = operation({
  ...read,
  id: 'listRefusedPayments',
  title: 'List refused payments',
  path: '/markets/:marketId/refused-payments',
  access: 'operator',
  summary: 'Payments of which a refund or a transfer was refused and that wait for somebody, the newest first',
  params: z.object({ marketId: id('market') }),
  query: z.object({ limit, cursor: cursor.optional() }),
  returns: page(refusedPayment),
  problems: ['not-found'],
})
