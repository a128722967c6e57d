import type { Transaction } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import { add } from '@buy-locals/values/money'
import type { Payment } from '../domain/payment.ts'
import { refundFailedPosting, refundPosting } from '../domain/posting.ts'
import type { Refund } from '../domain/refund.ts'
import type { Database } from '../persistence/database.ts'
import * as ledger from '../persistence/ledger.ts'
import * as refunds from '../persistence/refund-repository.ts'

type Tx = Transaction<Database>

/** The provider has created the refund, so the money has left. A second call posts nothing. The payment is locked. */
export async function postRefund(
  tx: Tx,
  now: Temporal.Instant,
  payment: Payment,
  { id, amount }: Refund,
  reference: string,
): Promise<void> {
  if (!(await refunds.markPending(tx, id, reference))) return
  const before = await ledger.readRemaining(tx, payment.id, amount.currency)
  await ledger.post(tx, now, payment, refundPosting(payment, id, before, amount))
}

/** The consumer's bank has sent the money back. The payment is locked. */
export async function postFailedRefund(
  tx: Tx,
  now: Temporal.Instant,
  payment: Payment,
  { id, amount }: Refund,
): Promise<void> {
  const before = add(await ledger.readRemaining(tx, payment.id, amount.currency), amount)
  await ledger.post(tx, now, payment, refundFailedPosting(payment, id, before, amount))
}
