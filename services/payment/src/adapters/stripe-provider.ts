import Stripe from 'stripe'
import { Temporal } from 'temporal-polyfill'
import { zero, type Currency } from '@buy-locals/values/money'
import { fromStripeAmount, toStripeAmount } from './stripe-amount.ts'
import type { Intent, Made, Notice, Provider, RefundSeen } from '../provider.ts'
import { booksOf } from './stripe-books.ts'
import { idOf, orRefused, reached } from './stripe-errors.ts'

type Settings = {
  secretKey: string
  publishableKey: string
  /** Of the platform's endpoint and of the one for connected accounts. */
  webhookSecrets: readonly string[]
  /** The simulator's address; Stripe itself where there is none. */
  apiBase?: string | undefined
}

/** Stripe, or the simulator: the same SDK, the same code. */
export function stripeProvider({ secretKey, publishableKey, webhookSecrets, apiBase }: Settings): Provider {
  const stripe = new Stripe(secretKey, {
    ...addressOf(apiBase),
    maxNetworkRetries: 2,
    timeout: 10_000,
    telemetry: false,
  })
  const readIntent = async (reference: string) =>
    seen(await reached(stripe.paymentIntents.retrieve(reference, { expand: ['latest_charge'] })))
  return {
    publishableKey,
    readIntent,
    createIntent: async ({ paymentId, bookingId, businessId, amount }) =>
      seen(
        await reached(
          stripe.paymentIntents.create(
            {
              ...toStripeAmount(amount),
              automatic_payment_methods: { enabled: true, allow_redirects: 'never' },
              transfer_group: bookingId,
              metadata: { paymentId, bookingId, businessId },
            },
            { idempotencyKey: paymentId },
          ),
        ),
      ),
    cancelIntent: async (reference) => {
      // What cannot be cancelled has ended in another way: that is read.
      await orRefused(stripe.paymentIntents.cancel(reference).then(made))
      return readIntent(reference)
    },
    refund: async ({ refundId, attempt, intent, amount }) => {
      const known = await reached(stripe.refunds.list({ payment_intent: intent, limit: 100 }))
      const own = known.data.find(({ metadata }) => metadata?.['refundId'] === refundId)
      if (own) return made(own)
      const params = { payment_intent: intent, amount: toStripeAmount(amount).amount, metadata: { refundId } }
      return orRefused(stripe.refunds.create(params, { idempotencyKey: `${refundId}-${attempt}` }).then(made))
    },
    readRefund: async (reference) => refundSeen(await reached(stripe.refunds.retrieve(reference))),
    transfer: async ({ transferId, paymentId, bookingId, attempt, charge, account, amount }) => {
      const known = await reached(stripe.transfers.list({ transfer_group: bookingId, limit: 100 }))
      const own = known.data.find(({ metadata }) => metadata['transferId'] === transferId)
      if (own) return made(own)
      const params = {
        ...toStripeAmount(amount),
        destination: account,
        source_transaction: charge,
        transfer_group: bookingId,
        metadata: { transferId, paymentId },
      }
      return orRefused(stripe.transfers.create(params, { idempotencyKey: `${transferId}-${attempt}` }).then(made))
    },
    reverse: async ({ refundId, transfer, amount }) => {
      const known = await reached(stripe.transfers.listReversals(transfer, { limit: 100 }))
      const own = known.data.find(({ metadata }) => metadata?.['refundId'] === refundId)
      if (own) return made(own)
      const params = { amount: toStripeAmount(amount).amount, metadata: { refundId } }
      return orRefused(
        stripe.transfers.createReversal(transfer, params, { idempotencyKey: `${refundId}-reversal` }).then(made),
      )
    },
    openAccount: async ({ businessId, country }) => {
      const params = {
        type: 'express' as const,
        country,
        capabilities: { card_payments: { requested: true }, transfers: { requested: true } },
        metadata: { businessId },
      }
      return (await reached(stripe.accounts.create(params, { idempotencyKey: `${businessId}-${country}` }))).id
    },
    onboardingLink: async (account, returnUrl) => {
      const urls = { return_url: returnUrl, refresh_url: returnUrl }
      return (await reached(stripe.accountLinks.create({ account, type: 'account_onboarding', ...urls }))).url
    },
    readAccount: async (id) => {
      const account = await reached(stripe.accounts.retrieve(id))
      const canReceive = account.capabilities?.transfers === 'active'
      return {
        submitted: account.details_submitted ?? false,
        chargesEnabled: (account.charges_enabled ?? false) && canReceive,
        payoutsEnabled: account.payouts_enabled ?? false,
        requirements: account.requirements?.currently_due ?? [],
      }
    },
    readNotice: (body, signature) =>
      webhookSecrets.map((secret) => noticeIn(stripe, body, signature, secret)).find(Boolean),
    books: () => booksOf(stripe),
  }
}

function addressOf(apiBase: string | undefined) {
  if (!apiBase) return {}
  const { hostname: host, port, protocol } = new URL(apiBase)
  return { host, protocol: protocol === 'http:' ? ('http' as const) : ('https' as const), ...(port && { port }) }
}

const made = ({ id }: { id: string }): Made => ({ kind: 'made', reference: id })

function noticeIn(stripe: Stripe, body: Buffer, signature: string, secret: string): Notice | undefined {
  try {
    const { id, type, data } = stripe.webhooks.constructEvent(body, signature, secret)
    return { id, type, objectId: 'id' in data.object ? String(data.object.id) : '' }
  } catch (error) {
    if (error instanceof Stripe.errors.StripeSignatureVerificationError) return undefined
    throw error
  }
}

function seen(intent: Stripe.PaymentIntent): Intent {
  const charge = typeof intent.latest_charge === 'object' ? (intent.latest_charge ?? undefined) : undefined
  const card = charge?.payment_method_details?.card
  const currency = intent.currency.toUpperCase() as Currency
  const hasSucceeded = intent.status === 'succeeded'
  return {
    intent: intent.id,
    clientSecret: intent.client_secret ?? '',
    paymentId: intent.metadata['paymentId'],
    status: statusOf(intent),
    captured: hasSucceeded ? fromStripeAmount(intent.amount_received, intent.currency) : zero(currency),
    charge: hasSucceeded ? idOf(intent.latest_charge) : undefined,
    card: card?.brand && card.last4 ? { brand: card.brand, last4: card.last4 } : undefined,
    paidAt: charge && Temporal.Instant.fromEpochMilliseconds(charge.created * 1000),
  }
}

function statusOf({ status, last_payment_error }: Stripe.PaymentIntent): Intent['status'] {
  if (status === 'succeeded') return 'succeeded'
  if (status === 'canceled') return 'cancelled'
  return status === 'requires_payment_method' && last_payment_error ? 'failed' : 'awaiting'
}

function refundSeen({ id, status, metadata }: Stripe.Refund): RefundSeen {
  const isOver = status === 'failed' || status === 'canceled'
  const refundId = metadata?.['refundId']
  return { reference: id, refundId, status: isOver ? 'failed' : status === 'succeeded' ? 'succeeded' : 'pending' }
}
