import type { Transaction } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { Id } from '@buy-locals/values/ids'
import type { Payment } from '../domain/payment.ts'
import { refundFailedPosting, refundPosting } from '../domain/posting.ts'
import { remainingAfter } from '../domain/split.ts'
import type { Database } from '../persistence/database.ts'
import * as ledger from '../persistence/ledger.ts'
import * as refunds from '../persistence/refund-repository.ts'

type Tx = Transaction<Database>

/** The provider has created the refund, so the money has left. A second call posts nothing. The payment is locked. */
export async function postRefund(
  tx: Tx,
  now: Temporal.Instant,
  payment: Payment,
  refundId: Id<'refund'>,
  reference: string,
): Promise<void> {
  if (!(await refunds.markPending(tx, refundId, reference))) return
  const { before, refund } = await findWithRemaining(tx, payment, refundId)
  if (refund) await ledger.post(tx, now, payment, refundPosting(payment, refundId, before, refund.amount))
}

/** The consumer's bank has sent the money back. The payment is locked. */
export async function postFailedRefund(
  tx: Tx,
  now: Temporal.Instant,
  payment: Payment,
  refundId: Id<'refund'>,
): Promise<void> {
  const { before, refund } = await findWithRemaining(tx, payment, refundId)
  if (refund) await ledger.post(tx, now, payment, refundFailedPosting(payment, refundId, before, refund.amount))
}

/** The refund, with what remained of the payment before it. */
async function findWithRemaining(tx: Tx, payment: Payment, refundId: Id<'refund'>) {
  const all = await refunds.listByPayment(tx, payment.id)
  const earlier = all.filter(({ id }) => id < refundId).map(({ amount }) => amount)
  return { before: remainingAfter(payment.captured, earlier), refund: all.find(({ id }) => id === refundId) }
}
