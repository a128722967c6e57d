import type { Api } from '@buy-locals/api-client/api'
import type { Id } from '@buy-locals/values/ids'
import { chargeCard, openPayment, type Intent, type Outcome } from './card-payment'

type Card = { number: string; month: string; year: string; cvc: string }

/** As it stands in the fields of a form. */
export type TypedCard = { number: string; expiry: string; cvc: string }

/** The one that always works. */
export const usualTestCard: TypedCard = { number: '4242 4242 4242 4242', expiry: '12/34', cvc: '123' }

type Confirmation = {
  status?: string
  next_action?: { redirect_to_url?: { url?: string } } | null
  error?: { code?: string; decline_code?: string }
}

/** As Stripe's own script would do it: the card goes to the provider, never through us. */
async function confirmTestCard(apiBase: string, intent: Intent, card: Card, returnUrl: string): Promise<Outcome> {
  const form = new URLSearchParams({
    client_secret: intent.clientSecret,
    return_url: returnUrl,
    'payment_method_data[type]': 'card',
    'payment_method_data[card][number]': card.number,
    'payment_method_data[card][exp_month]': card.month,
    'payment_method_data[card][exp_year]': card.year,
    'payment_method_data[card][cvc]': card.cvc,
  })
  const response = await fetch(`${apiBase}/v1/payment_intents/${encodeURIComponent(intent.paymentIntentId)}/confirm`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${intent.publishableKey}`,
      'content-type': 'application/x-www-form-urlencoded',
    },
    body: form.toString(),
  })
  const { status, error, next_action: nextAction } = (await response.json()) as Confirmation
  if (error) return { kind: 'declined', code: error.decline_code ?? error.code ?? '' }
  const url = nextAction?.redirect_to_url?.url
  return status === 'requires_action' && url ? { kind: 'action-required', url } : { kind: 'paid' }
}

type Payment = {
  bookingId: Id<'booking'>
  /** Where the simulator confirms. */
  apiBase: string
  card: Card
  /** Where the bank's own page leads back to. */
  returnUrl: string
}

/** What was paid before counts as paid. */
export async function payByTestCard(callApi: Api, { bookingId, apiBase, card, returnUrl }: Payment): Promise<Outcome> {
  const intent = await openPayment(callApi, bookingId)
  if (!intent) return { kind: 'paid' }
  return chargeCard(bookingId, () => confirmTestCard(apiBase, intent, card, returnUrl))
}

/** Undefined where something of it cannot be right. */
export function readCard({ number, expiry, cvc }: TypedCard): Card | undefined {
  const digits = number.replaceAll(/\D/g, '')
  const until = parseExpiry(expiry)
  const code = cvc.trim()
  return digits.length >= 12 && until && /^\d{3,4}$/.test(code) ? { number: digits, ...until, cvc: code } : undefined
}

/** '12/34', '1234' or '12 / 2034' */
function parseExpiry(text: string): { month: string; year: string } | undefined {
  const [, month = '', year = ''] = /^\s*(0[1-9]|1[0-2])\s*\/?\s*(?:20)?(\d{2})\s*$/.exec(text) ?? []
  return month ? { month, year: `20${year}` } : undefined
}
