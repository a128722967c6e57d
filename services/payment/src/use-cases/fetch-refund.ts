import type { Transaction } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import { paymentRefunded } from '@buy-locals/contracts/payment/events'
import { cancelJob } from '@buy-locals/service-kit/jobs'
import { record } from '@buy-locals/service-kit/outbox'
import { requireCardPayments, type Deps } from '../deps.ts'
import { toPaymentData } from '../domain/event-data.ts'
import { afterFailedRefund, afterRefund, type Payment } from '../domain/payment.ts'
import { isForward, type Refund } from '../domain/refund.ts'
import { releaseJob } from '../jobs.ts'
import type { Database } from '../persistence/database.ts'
import * as payments from '../persistence/payment-repository.ts'
import * as refunds from '../persistence/refund-repository.ts'
import { lockPayment } from '../steps/lock-payment.ts'
import { postFailedRefund, postRefund } from '../steps/post-refund.ts'

type Tx = Transaction<Database>

/** The provider says later what became of a refund, not in its response to the call that created it. */
export async function fetchRefund(deps: Deps, reference: string): Promise<void> {
  const { db, clock } = deps
  const { refundId, status } = await requireCardPayments(deps).fetchRefund(reference)
  const requested = refundId ? await refunds.find(db, refundId) : undefined
  if (!requested) return
  const now = clock()
  await db.transaction().execute(async (tx) => {
    const locked = await lockPayment(tx, requested.paymentId)
    if (!locked) return
    await postRefund(tx, now, locked.payment, requested.id, reference)
    const refund = await refunds.find(tx, requested.id)
    if (!refund || !isForward(refund.status, status)) return
    await refunds.setOutcome(tx, { id: refund.id, status }, now)
    if (status === 'succeeded') await refundArrived(tx, now, locked.payment, refund)
    else await refundFailed(tx, now, locked.payment, refund)
  })
}

async function refundArrived(tx: Tx, now: Temporal.Instant, payment: Payment, { amount }: Refund): Promise<void> {
  const next = afterRefund(payment, amount)
  await payments.update(tx, next)
  await record(tx, now, paymentRefunded, payment.id, next.version, { ...toPaymentData(next), refund: amount })
}

async function refundFailed(tx: Tx, now: Temporal.Instant, payment: Payment, refund: Refund): Promise<void> {
  await payments.update(tx, afterFailedRefund(payment, refund.amount, refund.status === 'succeeded'))
  await cancelJob(tx, releaseJob, payment.id)
  await postFailedRefund(tx, now, payment, refund.id)
}
