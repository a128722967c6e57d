import type { Transaction } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import { paymentRefunded } from '@buy-locals/contracts/payment/events'
import { schedule } from '@buy-locals/service-kit/jobs'
import { record } from '@buy-locals/service-kit/outbox'
import { newId } from '@buy-locals/values/ids'
import { add, subtract, type Money } from '@buy-locals/values/money'
import type { ProviderRefund } from '../card-payments.ts'
import { toPaymentData } from '../domain/event-data.ts'
import { positionOf } from '../domain/funds-plan.ts'
import type { Payment } from '../domain/payment.ts'
import { isForward, type Refund } from '../domain/refund.ts'
import { clawBackJob } from '../jobs.ts'
import * as clawBacks from '../persistence/claw-back-repository.ts'
import type { Database } from '../persistence/database.ts'
import * as refunds from '../persistence/refund-repository.ts'
import { applyPayment } from './apply-payment.ts'
import type { LockedPayment } from './lock-payment.ts'
import { postClawBack } from './post-claw-back.ts'
import { postFailedRefund, postRefund } from './post-refund.ts'
import { readMovements } from './read-movements.ts'
import { recordChange } from './record-change.ts'
import { recordRefusal } from './record-refusal.ts'

type Tx = Transaction<Database>

/** Moves a refund forward to the state in which the provider has it, whoever made it there. The payment is locked. */
export async function applyRefund(
  tx: Tx,
  now: Temporal.Instant,
  { booking, payment }: LockedPayment,
  fetched: ProviderRefund,
): Promise<void> {
  const found = await findRefund(tx, payment, fetched)
  // One that came back before it was heard of has moved nothing.
  if (!found && fetched.status === 'failed') return
  const refund = found ?? (await insertMadeAtProvider(tx, now, payment, fetched.amount))
  if (refund.status === 'requested' || refund.status === 'cancelled')
    await postMade(tx, now, payment, refund, fetched.reference)
  const isNews = isForward(refund.status, fetched.status)
  if (isNews) await refunds.setOutcome(tx, { id: refund.id, status: fetched.status }, now)
  if (isNews && fetched.status === 'failed') await postFailedRefund(tx, now, payment, refund)
  const hasArrived = isNews && fetched.status === 'succeeded'
  const changed = {
    ...payment,
    refunded: isNews ? refundedAfter(payment, refund, fetched.status) : payment.refunded,
    version: hasArrived ? payment.version + 1 : payment.version,
  }
  if (isNews && fetched.status === 'failed') {
    const movement = { id: refund.id, kind: 'refund', amount: refund.amount } as const
    return recordRefusal(tx, now, { booking, payment: changed }, movement)
  }
  const next = await applyPayment(tx, now, booking, changed)
  if (!hasArrived) return recordChange(tx, now, payment, next)
  const data = { ...toPaymentData(next), refund: refund.amount, reason: refund.reason }
  await record(tx, now, paymentRefunded, payment.id, next.version, data)
}

async function findRefund(
  tx: Tx,
  { id }: Payment,
  { refundId, reference }: ProviderRefund,
): Promise<Refund | undefined> {
  const all = await refunds.listByPayment(tx, id)
  return all.find((refund) => refund.id === refundId || refund.reference === reference)
}

/** Somebody has refunded it in the provider's dashboard. */
async function insertMadeAtProvider(tx: Tx, createdAt: Temporal.Instant, { id: paymentId }: Payment, amount: Money) {
  const refund = { id: newId('refund'), paymentId, amount, reason: 'provider', createdAt } as const
  await refunds.insert(tx, refund)
  return { ...refund, status: 'requested', attempt: 0, reference: undefined, doneAt: undefined } satisfies Refund
}

/** The money has left. What we only intended to refund gives way to it, and what the business has had is clawed back. */
async function postMade(tx: Tx, now: Temporal.Instant, payment: Payment, refund: Refund, reference: string) {
  const { refunds: all, ...movements } = await readMovements(tx, payment)
  const others = all.filter(({ id }) => id !== refund.id)
  const position = positionOf(payment, { ...movements, refunds: others })
  const isTooMuch = refund.amount.amount > position.remaining.amount
  const giving = isTooMuch ? others.filter(({ status }) => status === 'requested') : []
  for (const { id } of giving) await refunds.setOutcome(tx, { id, status: 'cancelled' }, now)
  const left = others.filter((other) => !giving.includes(other))
  const { available, released } = positionOf(payment, { ...movements, refunds: left })
  const missing = Math.min(Math.max(0, refund.amount.amount - available.amount), released.amount)
  await postClawBack(tx, now, payment, refund.id, released, { ...refund.amount, amount: missing })
  if ((await clawBacks.find(tx, refund.id))?.status === 'pending')
    await schedule(tx, clawBackJob, refund.id, now, { clawBackId: refund.id })
  await postRefund(tx, now, payment, refund, reference)
}

/** A refund counts when it has arrived, and no more when the bank has sent it back. */
function refundedAfter({ refunded }: Payment, { status, amount }: Refund, next: ProviderRefund['status']): Money {
  if (next === 'succeeded') return add(refunded, amount)
  return status === 'succeeded' ? subtract(refunded, amount) : refunded
}
