import type { Api } from '@buy-locals/api-client/api'
import { Refusal } from '@buy-locals/api-client/refusal'
import type { Output } from '@buy-locals/contracts/operation'
import { payBooking } from '@buy-locals/contracts/payment/operations'
import type { Id } from '@buy-locals/values/ids'
import { keep, readKept } from '../storage/stored-text'

export type Intent = Output<typeof payBooking>

export type Outcome =
  | { kind: 'paid' }
  /** The bank has a page of its own for whoever pays. */
  | { kind: 'action-required'; url: string }
  | { kind: 'declined'; code: string }
  /** The provider's own form says what is wrong with it. */
  | { kind: 'incomplete' }

type BookingId = Id<'booking'>

const storedAs = (bookingId: BookingId) => `payment ${bookingId}`

/** Whether this app was closed, or lost the network, while a card was charged: what came of it is on the server. */
export const isInterrupted = (bookingId: BookingId): boolean => readKept(storedAs(bookingId)) === 'charging'

/** What is left to pay; undefined where nothing is any more, because a card was charged before. However often it is opened, it is the same payment, which charges one card. */
export async function openPayment(callApi: Api, bookingId: BookingId): Promise<Intent | undefined> {
  const intent = await callApi(payBooking, { params: { bookingId } }).catch((error: unknown) => {
    const isPaid = error instanceof Refusal && error.code === 'payment/not-payable' && isInterrupted(bookingId)
    if (isPaid) return undefined
    throw error
  })
  if (intent) keep(storedAs(bookingId), 'open')
  return intent
}

/** Has a card charged. Until the outcome has arrived, the payment counts as interrupted. */
export async function chargeCard(bookingId: BookingId, charge: () => Promise<Outcome>): Promise<Outcome> {
  keep(storedAs(bookingId), 'charging')
  const outcome = await charge()
  if (outcome.kind === 'declined' && outcome.code === chargedBefore) return { kind: 'paid' }
  if (outcome.kind === 'declined' || outcome.kind === 'incomplete') keep(storedAs(bookingId), 'open')
  return outcome
}

/** What the provider says where the response to a first try was lost on its way. */
const chargedBefore = 'payment_intent_unexpected_state'
