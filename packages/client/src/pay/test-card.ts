import type { Intent, Outcome } from './card-payment'

export type Card = { number: string; month: string; year: string; cvc: string }
type Confirmation = {
  status?: string
  next_action?: { redirect_to_url?: { url?: string } } | null
  error?: { code?: string; decline_code?: string }
}

/** As Stripe's own script would do it: the card goes to the provider, never through us. */
export async function confirmTestCard(
  apiBase: string,
  intent: Intent,
  card: Card,
  returnUrl: string,
): Promise<Outcome> {
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

/** '12/34', '1234' or '12 / 2034' */
export function parseExpiry(text: string): { month: string; year: string } | undefined {
  const [, month = '', year = ''] = /^\s*(0[1-9]|1[0-2])\s*\/?\s*(?:20)?(\d{2})\s*$/.exec(text) ?? []
  return month ? { month, year: `20${year}` } : undefined
}
