import type { payBooking } from '@buy-locals/contracts/payment/operations'
import type { Output } from '@buy-locals/contracts/operation'
import { poll } from './poll.ts'

type Metadata = Partial<Record<'bookingId' | 'paymentId' | 'refundId', string>>
export type StripeState = {
  charges: {
    id: string
    captured: boolean
    amountCaptured: number
    amountRefunded: number
    metadata: Metadata
    paymentIntent: string
  }[]
  refunds: { id: string; status: string; amount: number; metadata: Metadata; charge: string }[]
  disputes: { id: string; status: string; amount: number; charge: string }[]
  transfers: { id: string; amount: number; amountReversed: number; transferGroup: string }[]
  reversals: { id: string; amount: number }[]
  balances: { account: string; funds: unknown }[]
}

/** The simulator of a running server. */
export type Stripe = { url: string; secretKey: string }

export async function postJson<T>(url: string, body: object, headers: Record<string, string> = {}): Promise<T> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  if (!response.ok) throw new Error(`${url} responded ${response.status}: ${await response.text()}`)
  return (await response.json()) as T
}

/** The simulator's control API, for what Stripe has no API for. */
export const postControl = <T>({ url, secretKey }: Stripe, path: string, body: object = {}): Promise<T> =>
  postJson(`${url}/_control/${path}`, body, authorization(secretKey))

export async function readControl<T>({ url, secretKey }: Stripe, path: string): Promise<T> {
  return (await (await fetch(`${url}/_control/${path}`, { headers: authorization(secretKey) })).json()) as T
}

const authorization = (secretKey: string) => ({ authorization: `Bearer ${secretKey}` })

export const readStripeState = (stripe: Stripe): Promise<StripeState> => readControl(stripe, 'state')

/** Until every webhook that is not held back is delivered. */
export async function waitForWebhooks(stripe: Stripe): Promise<void> {
  const areDelivered = await poll(
    async () => {
      if ((await readControl<{ pending: number }>(stripe, 'webhooks')).pending === 0) return true
      await postControl(stripe, 'webhooks/release')
      return false
    },
    { everyMs: 50 },
  )
  if (!areDelivered) throw new Error('The webhooks are not all delivered within a minute')
}

/** As the test card form does it. Returns the payment's status, or the code of the error. */
export async function confirmPayment(
  { url }: Stripe,
  { paymentIntentId, clientSecret, publishableKey }: Output<typeof payBooking>,
  card = 'pm_card_visa',
): Promise<string> {
  const response = await fetch(`${url}/v1/payment_intents/${paymentIntentId}/confirm`, {
    method: 'POST',
    headers: { authorization: `Bearer ${publishableKey}` },
    body: new URLSearchParams({ payment_method: card, client_secret: clientSecret }),
  })
  const { status, error } = (await response.json()) as { status?: string; error?: { code: string } }
  return status ?? error?.code ?? `HTTP ${response.status}`
}

async function chargeOf(stripe: Stripe, bookingId: string): Promise<StripeState['charges'][number]> {
  const { charges } = await readStripeState(stripe)
  const charge = charges.find(({ metadata, captured }) => captured && metadata.bookingId === bookingId)
  if (!charge) throw new Error(`${bookingId} has no charge at Stripe`)
  return charge
}

/** As somebody does it in Stripe's dashboard: all that is left, or an amount. */
export async function refundAtStripe(stripe: Stripe, bookingId: string, amount?: number): Promise<void> {
  const { paymentIntent } = await chargeOf(stripe, bookingId)
  const response = await fetch(`${stripe.url}/v1/refunds`, {
    method: 'POST',
    headers: authorization(stripe.secretKey),
    body: new URLSearchParams({ payment_intent: paymentIntent, ...(amount && { amount: String(amount) }) }),
  })
  if (!response.ok) throw new Error(`The refund of ${bookingId} responded ${response.status}: ${await response.text()}`)
}

/** As a cardholder's bank does it. Returns the id of the dispute. */
export async function openDispute(stripe: Stripe, bookingId: string): Promise<string> {
  const { id: charge } = await chargeOf(stripe, bookingId)
  return (await postControl<{ id: string }>(stripe, 'disputes', { charge })).id
}

/** What has been refunded or disputed in the meantime can be neither refunded nor disputed. */
export async function orRefused(call: Promise<unknown>): Promise<void> {
  await call.catch((error: unknown) => {
    if (!(error instanceof Error && error.message.includes('responded 4'))) throw error
  })
}

export const decideDispute = (stripe: Stripe, id: string, outcome: 'won' | 'lost'): Promise<unknown> =>
  postControl(stripe, `disputes/${id}`, { outcome })

/** As an owner does it on the provider's page. */
export async function submitOnboarding(onboardingUrl: string): Promise<void> {
  await fetch(onboardingUrl, { method: 'POST', body: new URLSearchParams({ outcome: 'submit' }), redirect: 'manual' })
}
