import Stripe from 'stripe'
import { Temporal } from 'temporal-polyfill'
import { zero } from '@buy-locals/values/money'
import type { CardPayments, PaymentIntent, WebhookEvent } from '../card-payments.ts'
import { noAccount } from '../domain/payee.ts'
import { fromStripeAmount, toCurrency, toStripeAmount } from './stripe-amount.ts'
import { toDispute, toRefund } from './stripe-movements.ts'
import { createdOrRefused, translateErrors, unlessDenied } from './stripe-errors.ts'
import { listStripeEvents, toWebhookEvent } from './stripe-events.ts'
import { fetchStripeRecords } from './stripe-records.ts'

export type StripeSettings = {
  secretKey: string
  publishableKey: string
  /** Of the platform's endpoint and of the one for connected accounts. */
  webhookSecrets: readonly string[]
  /** The simulator's address; absent for Stripe itself. */
  apiBase?: string | undefined
}

/** Stripe, or the simulator: the same SDK, the same code. */
export function stripeCardPayments({
  secretKey,
  publishableKey,
  webhookSecrets,
  apiBase,
}: StripeSettings): CardPayments {
  const stripe = new Stripe(secretKey, {
    ...(apiBase && addressOptions(apiBase)),
    maxNetworkRetries: 2,
    timeout: 10_000,
    telemetry: false,
  })
  const fetchIntent = async (paymentIntentId: string) =>
    toIntent(await translateErrors(stripe.paymentIntents.retrieve(paymentIntentId, { expand: ['latest_charge'] })))
  return {
    publishableKey,
    fetchIntent,
    createIntent: async ({ paymentId, bookingId, businessId, amount }) => {
      const params = {
        ...toStripeAmount(amount),
        automatic_payment_methods: { enabled: true, allow_redirects: 'never' as const },
        transfer_group: bookingId,
        metadata: { paymentId, bookingId, businessId },
      }
      return toIntent(await translateErrors(stripe.paymentIntents.create(params, { idempotencyKey: paymentId })))
    },
    cancelIntent: async (paymentIntentId) => {
      // An intent that cannot be cancelled has ended in another way, which the fetch shows.
      await createdOrRefused(stripe.paymentIntents.cancel(paymentIntentId))
      return fetchIntent(paymentIntentId)
    },
    refund: async ({ refundId, attempt, paymentIntentId, amount }) => {
      const existing = await translateErrors(stripe.refunds.list({ payment_intent: paymentIntentId, limit: 100 }))
      const ours = existing.data.find(({ metadata }) => metadata?.['refundId'] === refundId)
      if (ours) return { kind: 'created', reference: ours.id }
      const params = {
        payment_intent: paymentIntentId,
        amount: toStripeAmount(amount).amount,
        metadata: { refundId },
      }
      return createdOrRefused(stripe.refunds.create(params, { idempotencyKey: `${refundId}-${attempt}` }))
    },
    fetchRefund: async (reference) => toRefund(await translateErrors(stripe.refunds.retrieve(reference))),
    listRefunds: async (payment_intent) =>
      (await translateErrors(stripe.refunds.list({ payment_intent, limit: 100 }))).data.map(toRefund),
    fetchDispute: async (reference) => toDispute(await translateErrors(stripe.disputes.retrieve(reference))),
    listDisputes: async (payment_intent) =>
      (await translateErrors(stripe.disputes.list({ payment_intent, limit: 100 }))).data.map(toDispute),
    transfer: async ({ transferId, paymentId, bookingId, attempt, chargeId, account, amount }) => {
      const existing = await translateErrors(stripe.transfers.list({ transfer_group: bookingId, limit: 100 }))
      const ours = existing.data.find(({ metadata }) => metadata['transferId'] === transferId)
      if (ours) return { kind: 'created', reference: ours.id }
      const params = {
        ...toStripeAmount(amount),
        destination: account,
        source_transaction: chargeId,
        transfer_group: bookingId,
        metadata: { transferId, paymentId },
      }
      return createdOrRefused(stripe.transfers.create(params, { idempotencyKey: `${transferId}-${attempt}` }))
    },
    reverseTransfer: async ({ clawBackId, transfer, amount }) => {
      const existing = await translateErrors(stripe.transfers.listReversals(transfer, { limit: 100 }))
      const ours = existing.data.find(({ metadata }) => metadata?.['refundId'] === clawBackId)
      if (ours) return { kind: 'created', reference: ours.id }
      const params = { amount: toStripeAmount(amount).amount, metadata: { refundId: clawBackId } }
      const options = { idempotencyKey: `${clawBackId}-reversal` }
      return createdOrRefused(stripe.transfers.createReversal(transfer, params, options))
    },
    createAccount: async ({ businessId, country, accountsMade }) => {
      const params = {
        type: 'express' as const,
        country,
        capabilities: { card_payments: { requested: true }, transfers: { requested: true } },
        metadata: { businessId },
      }
      const options = { idempotencyKey: [businessId, country, ...(accountsMade ? [accountsMade] : [])].join('-') }
      return (await translateErrors(stripe.accounts.create(params, options))).id
    },
    createOnboardingLink: async (account, returnUrl) => {
      const urls = { return_url: returnUrl, refresh_url: returnUrl }
      const params = { account, type: 'account_onboarding' as const, ...urls }
      return (await translateErrors(stripe.accountLinks.create(params))).url
    },
    fetchAccount: async (id) => {
      const account = await unlessDenied(translateErrors(stripe.accounts.retrieve(id)))
      if (!account) return { ...noAccount, deauthorized: true }
      const canReceive = account.capabilities?.transfers === 'active'
      return {
        detailsSubmitted: account.details_submitted ?? false,
        chargesEnabled: (account.charges_enabled ?? false) && canReceive,
        payoutsEnabled: account.payouts_enabled ?? false,
        requirements: account.requirements?.currently_due ?? [],
        deauthorized: false,
      }
    },
    listEvents: (last) => listStripeEvents(stripe, last),
    verifyWebhook: (body, signature) =>
      webhookSecrets.map((secret) => readWebhook(stripe, body, signature, secret)).find(Boolean),
    fetchRecords: () => fetchStripeRecords(stripe),
  }
}

function addressOptions(apiBase: string) {
  const { hostname: host, port, protocol } = new URL(apiBase)
  return { host, protocol: protocol === 'http:' ? ('http' as const) : ('https' as const), ...(port && { port }) }
}

function readWebhook(stripe: Stripe, body: Buffer, signature: string, secret: string): WebhookEvent | undefined {
  const event = readSigned(stripe, body, signature, secret)
  return event && toWebhookEvent(event)
}

/** Of a malformed signature the library throws errors of any kind. */
function readSigned(stripe: Stripe, body: Buffer, signature: string, secret: string): Stripe.Event | undefined {
  try {
    return stripe.webhooks.constructEvent(body, signature, secret)
  } catch {
    return undefined
  }
}

function toIntent(intent: Stripe.PaymentIntent): PaymentIntent {
  const { latest_charge: latest } = intent
  const charge = typeof latest === 'object' ? (latest ?? undefined) : undefined
  const card = charge?.payment_method_details?.card
  const hasSucceeded = intent.status === 'succeeded'
  return {
    paymentIntentId: intent.id,
    clientSecret: intent.client_secret ?? '',
    paymentId: intent.metadata['paymentId'],
    status: statusOf(intent),
    captured: hasSucceeded
      ? fromStripeAmount(intent.amount_received, intent.currency)
      : zero(toCurrency(intent.currency)),
    chargeId: hasSucceeded && latest ? (typeof latest === 'string' ? latest : latest.id) : undefined,
    card: card?.brand && card.last4 ? { brand: card.brand, last4: card.last4 } : undefined,
    refunded: fromStripeAmount(charge?.amount_refunded ?? 0, intent.currency),
    isDisputed: charge?.disputed ?? false,
    paidAt: charge && Temporal.Instant.fromEpochMilliseconds(charge.created * 1000),
  }
}

function statusOf({ status, last_payment_error }: Stripe.PaymentIntent): PaymentIntent['status'] {
  if (status === 'succeeded') return 'succeeded'
  if (status === 'canceled') return 'cancelled'
  return status === 'requires_payment_method' && last_payment_error ? 'failed' : 'awaiting'
}
