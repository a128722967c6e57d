import type { Id } from '@buy-locals/values/ids'
import type { Money } from '@buy-locals/values/money'
import type { Account } from './domain/payee.ts'
import type { Seen } from './domain/payment.ts'
import type { Books } from './books.ts'

export type Intent = Seen & { clientSecret: string; paymentId: string | undefined }

export type RefundSeen = { reference: string; refundId: string | undefined; status: 'pending' | 'succeeded' | 'failed' }

/** The provider has said no, and nothing has happened. The same key would be answered the same: the next attempt takes another. */
export type Refused = { kind: 'refused'; why: string }
export type Made = { kind: 'made'; reference: string }

/** What is told by a webhook: that something of ours has changed, and which. */
export type Notice = { id: string; type: string; objectId: string }

/** Who moves the money. Our ids are its idempotency keys, so every call may be made again after a crash. */
export type Provider = {
  publishableKey: string
  createIntent(of: {
    paymentId: Id<'payment'>
    bookingId: Id<'booking'>
    businessId: Id<'business'>
    amount: Money
  }): Promise<Intent>
  readIntent(reference: string): Promise<Intent>
  /** What it is afterwards: cancelled, or whatever came first. */
  cancelIntent(reference: string): Promise<Intent>
  refund(of: { refundId: Id<'refund'>; attempt: number; intent: string; amount: Money }): Promise<Made | Refused>
  readRefund(reference: string): Promise<RefundSeen>
  transfer(of: {
    transferId: Id<'transfer'>
    paymentId: Id<'payment'>
    bookingId: Id<'booking'>
    attempt: number
    charge: string
    account: string
    amount: Money
  }): Promise<Made | Refused>
  reverse(of: { refundId: Id<'refund'>; transfer: string; amount: Money }): Promise<Made | Refused>
  openAccount(of: { businessId: Id<'business'>; country: string }): Promise<string>
  onboardingLink(account: string, returnUrl: string): Promise<string>
  readAccount(account: string): Promise<Account>
  /** Undefined where the signature does not fit the bytes. */
  readNotice(body: Buffer, signature: string): Notice | undefined
  books(): Promise<Books>
}
