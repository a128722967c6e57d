import type { Transaction } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import { schedule } from '@buy-locals/service-kit/jobs'
import { newId } from '@buy-locals/values/ids'
import { positionOf, type FundsPlan, type Movements } from '../domain/funds-plan.ts'
import type { Payment } from '../domain/payment.ts'
import { refundJob } from '../jobs.ts'
import type { Database } from '../persistence/database.ts'
import * as refunds from '../persistence/refund-repository.ts'
import { postClawBack } from './post-claw-back.ts'

type PlannedRefund = NonNullable<FundsPlan['refund']>

/** Stores a refund and schedules it. Money that was released already is owed by the business from here on. The booking is locked. */
export async function requestRefund(
  tx: Transaction<Database>,
  now: Temporal.Instant,
  payment: Payment,
  movements: Movements,
  { amount, reason, clawBack }: PlannedRefund,
): Promise<void> {
  const refundId = newId('refund')
  await refunds.insert(tx, { id: refundId, paymentId: payment.id, amount, reason, createdAt: now })
  await postClawBack(tx, now, payment, refundId, positionOf(payment, movements).released, clawBack)
  await schedule(tx, refundJob, refundId, now, { refundId })
}
