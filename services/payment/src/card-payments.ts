import type { Id } from '@buy-locals/values/ids'
import type { Money } from '@buy-locals/values/money'
import type { ProviderRecords } from './domain/ledger-faults.ts'
import type { Account } from './domain/payee.ts'
import type { DisputeState } from './domain/dispute.ts'
import type { IntentState } from './domain/payment.ts'
import type { RefundStatus } from './domain/refund.ts'

/** `refunded` and `isDisputed` say that refunds and disputes are to be fetched too. */
export type PaymentIntent = IntentState & {
  clientSecret: string
  paymentId: string | undefined
  refunded: Money
  isDisputed: boolean
}

/** `refundId` is ours, `reference` the provider's; without ours it was not made by us. */
export type ProviderRefund = {
  reference: string
  refundId: string | undefined
  paymentIntentId: string
  amount: Money
  status: Exclude<RefundStatus, 'requested' | 'cancelled'>
}

export type ProviderDispute = DisputeState & { reference: string; paymentIntentId: string }

export type Created = { kind: 'created'; reference: string }
/** Nothing has happened. The provider repeats its answer for a key that it has seen: the next attempt takes another key. */
export type Refused = { kind: 'refused'; reason: string }

/** That an object has changed at the provider, and which; of a movement of money also whose. */
export type WebhookEvent = { id: string; type: string; objectId: string; paymentIntentId?: string | undefined }

/** The port to whoever moves the money. Our ids are its idempotency keys, so every call can be repeated after a crash. */
export type CardPayments = {
  publishableKey: string
  createIntent(payment: {
    paymentId: Id<'payment'>
    bookingId: Id<'booking'>
    businessId: Id<'business'>
    amount: Money
  }): Promise<PaymentIntent>
  fetchIntent(paymentIntentId: string): Promise<PaymentIntent>
  /** Returns the intent as it is afterwards: cancelled, or whatever came first. */
  cancelIntent(paymentIntentId: string): Promise<PaymentIntent>
  refund(refund: {
    refundId: Id<'refund'>
    attempt: number
    paymentIntentId: string
    amount: Money
  }): Promise<Created | Refused>
  fetchRefund(reference: string): Promise<ProviderRefund>
  listRefunds(paymentIntentId: string): Promise<ProviderRefund[]>
  fetchDispute(reference: string): Promise<ProviderDispute>
  listDisputes(paymentIntentId: string): Promise<ProviderDispute[]>
  transfer(transfer: {
    transferId: Id<'transfer'>
    paymentId: Id<'payment'>
    bookingId: Id<'booking'>
    attempt: number
    chargeId: string
    account: string
    amount: Money
  }): Promise<Created | Refused>
  /** `clawBackId` is the id of the refund or dispute that it is for. */
  reverseTransfer(reversal: { clawBackId: string; transfer: string; amount: Money }): Promise<Created | Refused>
  /** `accountsMade` before this one: a business gets another only when the first was taken away. */
  createAccount(payee: { businessId: Id<'business'>; country: string; accountsMade: number }): Promise<string>
  createOnboardingLink(account: string, returnUrl: string): Promise<string>
  fetchAccount(account: string): Promise<Account>
  /** A page of what moved money, the oldest first, after the event `last`; without one, the newest page. `newest` is where the next page begins. */
  listEvents(last: string | undefined): Promise<{ events: WebhookEvent[]; newest: string | undefined }>
  /** Undefined where the signature does not fit the bytes. */
  verifyWebhook(body: Buffer, signature: string): WebhookEvent | undefined
  /** Everything the provider has on record, for a comparison with the ledger. */
  fetchRecords(): Promise<ProviderRecords>
}
