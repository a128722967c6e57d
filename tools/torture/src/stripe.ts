import { setTimeout } from 'node:timers/promises'
import type { payBooking } from '@buy-locals/contracts/payment/operations'
import type { Output } from '@buy-locals/contracts/operation'

type Metadata = Partial<Record<'bookingId' | 'paymentId' | 'refundId', string>>
export type Books = {
  charges: {
    id: string
    captured: boolean
    amountCaptured: number
    amountRefunded: number
    metadata: Metadata
    paymentIntent: string
  }[]
  refunds: { id: string; status: string; amount: number; metadata: Metadata }[]
  transfers: { id: string; amount: number; amountReversed: number; transferGroup: string }[]
  reversals: { id: string; amount: number }[]
  balances: { account: string; funds: unknown }[]
}

export async function tell<T>(url: string, body: object): Promise<T> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}: ${await answer.text()}`)
  return (await answer.json()) as T
}

/** What Stripe has no API for. */
export const command = <T>(stripe: string, what: string, body: object = {}): Promise<T> =>
  tell(`${stripe}/_control/${what}`, body)

export async function ask<T>(stripe: string, what: string): Promise<T> {
  return (await (await fetch(`${stripe}/_control/${what}`)).json()) as T
}

export const booksOf = (stripe: string): Promise<Books> => ask<Books>(stripe, 'state')

/** Until every letter that is not held back has arrived. */
export async function delivered(stripe: string): Promise<void> {
  for (let waited = 0; waited < 60_000; waited += 50) {
    if ((await ask<{ pending: number }>(stripe, 'webhooks')).pending === 0) return
    await command(stripe, 'webhooks/release')
    await setTimeout(50)
  }
  throw new Error('The webhooks are not all delivered within a minute')
}

/** As the page does it with the card that was typed in: what the intent became, or why the bank said no. */
export async function confirmAtStripe(
  stripe: string,
  { paymentIntentId, clientSecret, publishableKey }: Output<typeof payBooking>,
  card = 'pm_card_visa',
): Promise<string> {
  const answer = await fetch(`${stripe}/v1/payment_intents/${paymentIntentId}/confirm`, {
    method: 'POST',
    headers: { authorization: `Bearer ${publishableKey}` },
    body: new URLSearchParams({ payment_method: card, client_secret: clientSecret }),
  })
  const { status, error } = (await answer.json()) as { status?: string; error?: { code: string } }
  return status ?? error?.code ?? `answered ${answer.status}`
}
