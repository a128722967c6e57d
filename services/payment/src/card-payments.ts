import type { Id } from '@buy-locals/values/ids'
import type { Money } from '@buy-locals/values/money'
import type { ProviderRecords } from './domain/ledger-faults.ts'
import type { Account } from './domain/payee.ts'
import type { IntentState } from './domain/payment.ts'
import type { RefundStatus } from './domain/refund.ts'

export type PaymentIntent = IntentState & { clientSecret: string; paymentId: string | undefined }

/** `refundId` is ours, `reference` the provider's; without ours it was not made by us. */
export type ProviderRefund = {
  reference: string
  refundId: string | undefined
  status: Exclude<RefundStatus, 'requested'>
}

export type Created = { kind: 'created'; reference: string }
/** Nothing has happened. The provider repeats its answer for a key that it has seen: the next attempt takes another key. */
export type Refused = { kind: 'refused'; reason: string }

/** That an object has changed at the provider, and which. */
export type WebhookEvent = { id: string; type: string; objectId: string }

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
  transfer(transfer: {
    transferId: Id<'transfer'>
    paymentId: Id<'payment'>
    bookingId: Id<'booking'>
    attempt: number
    chargeId: string
    account: string
    amount: Money
  }): Promise<Created | Refused>
  reverseTransfer(reversal: { refundId: Id<'refund'>; transfer: string; amount: Money }): Promise<Created | Refused>
  createAccount(payee: { businessId: Id<'business'>; country: string }): Promise<string>
  createOnboardingLink(account: string, returnUrl: string): Promise<string>
  fetchAccount(account: string): Promise<Account>
  /** Undefined where the signature does not fit the bytes. */
  verifyWebhook(body: Buffer, signature: string): WebhookEvent | undefined
  /** Everything the provider has on record, for a comparison with the ledger. */
  fetchRecords(): Promise<ProviderRecords>
}
