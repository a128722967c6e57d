import type { Transaction } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import { schedule } from '@buy-locals/service-kit/jobs'
import { newId } from '@buy-locals/values/ids'
import type { Money } from '@buy-locals/values/money'
import type { Payment } from '../domain/payment.ts'
import { clawBackPosting } from '../domain/posting.ts'
import type { RefundReason } from '../domain/refund.ts'
import { splitOfRefund } from '../domain/split.ts'
import { refundJob } from '../jobs.ts'
import * as clawBacks from '../persistence/claw-back-repository.ts'
import type { Database } from '../persistence/database.ts'
import * as ledger from '../persistence/ledger.ts'
import * as refunds from '../persistence/refund-repository.ts'

type RefundRequest = { amount: Money; remaining: Money; reason: RefundReason; isReleased: boolean }

/** Stores a refund and schedules it. Money that was released already is owed by the business from here on. The booking is locked. */
export async function requestRefund(
  tx: Transaction<Database>,
  now: Temporal.Instant,
  payment: Payment,
  { amount, remaining, reason, isReleased }: RefundRequest,
): Promise<void> {
  const { id: paymentId, businessId, feeBasisPoints } = payment
  const refundId = newId('refund')
  await refunds.insert(tx, { id: refundId, paymentId, amount, reason, createdAt: now })
  if (isReleased) {
    await ledger.post(tx, now, payment, clawBackPosting(payment, refundId, remaining, amount))
    const { net } = splitOfRefund(remaining, amount, feeBasisPoints)
    if (net.amount > 0) await clawBacks.insert(tx, { refundId, paymentId, businessId, amount: net })
  }
  await schedule(tx, refundJob, refundId, now, { refundId })
}
