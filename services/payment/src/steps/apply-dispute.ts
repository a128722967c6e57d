import type { Transaction } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import { paymentDisputed } from '@buy-locals/contracts/payment/events'
import { Problem } from '@buy-locals/contracts/problem'
import { schedule } from '@buy-locals/service-kit/jobs'
import { record } from '@buy-locals/service-kit/outbox'
import { newId } from '@buy-locals/values/ids'
import type { Money } from '@buy-locals/values/money'
import type { ProviderDispute } from '../card-payments.ts'
import { isSameDispute, type Dispute } from '../domain/dispute.ts'
import { toDisputeData, toPaymentData } from '../domain/event-data.ts'
import { positionOf } from '../domain/funds-plan.ts'
import type { Payment } from '../domain/payment.ts'
import { disputePosting, reinstatedPosting } from '../domain/posting.ts'
import { clawBackJob } from '../jobs.ts'
import type { Database } from '../persistence/database.ts'
import * as disputes from '../persistence/dispute-repository.ts'
import * as ledger from '../persistence/ledger.ts'
import * as refunds from '../persistence/refund-repository.ts'
import { applyPayment } from './apply-payment.ts'
import type { LockedPayment } from './lock-payment.ts'
import { postClawBack } from './post-claw-back.ts'
import { readMovements } from './read-movements.ts'

type Tx = Transaction<Database>

/** Brings a dispute in line with the state in which it was fetched. `before` is what we had when that fetch began. The payment is locked. */
export async function applyDispute(
  tx: Tx,
  now: Temporal.Instant,
  { booking, payment }: LockedPayment,
  before: Dispute | undefined,
  { reference, paymentIntentId: _, ...fetched }: ProviderDispute,
): Promise<void> {
  if ((await disputes.findByReference(tx, reference))?.version !== before?.version)
    throw new Problem('not-yet', 'The dispute was fetched by another job at the same time, so this state may be old')
  if (before && isSameDispute(before, fetched)) return
  const dispute: Dispute = {
    ...{ id: before?.id ?? newId('dispute'), paymentId: payment.id, reference },
    ...{ createdAt: before?.createdAt ?? now, version: (before?.version ?? 0) + 1 },
    ...fetched,
  }
  const moved = dispute.withdrawn.amount - (before?.withdrawn.amount ?? 0)
  const subject = `${dispute.id}-${dispute.version}`
  if (dispute.status === 'open') await cancelRequested(tx, now, payment)
  if (moved > 0) await postWithdrawn(tx, now, payment, subject, { ...dispute.withdrawn, amount: moved })
  if (moved < 0) await postReinstated(tx, now, payment, subject, { ...dispute.withdrawn, amount: -moved })
  if (before) await disputes.update(tx, dispute)
  else await disputes.insert(tx, dispute)
  const next = await applyPayment(tx, now, booking, { ...payment, version: payment.version + 1 })
  const data = { ...toPaymentData(next), dispute: toDisputeData(dispute) }
  await record(tx, now, paymentDisputed, payment.id, next.version, data)
}

/** The provider refuses them while the dispute is open; what is due is decided again when the bank has decided. */
async function cancelRequested(tx: Tx, now: Temporal.Instant, { id: paymentId }: Payment): Promise<void> {
  const all = await refunds.listByPayment(tx, paymentId)
  for (const { id } of all.filter(({ status }) => status === 'requested'))
    await refunds.setOutcome(tx, { id, status: 'cancelled' }, now)
}

/** From what is held; what the business has had is clawed back; what nobody has any more is lost. */
async function postWithdrawn(tx: Tx, now: Temporal.Instant, payment: Payment, subject: string, taken: Money) {
  const { currency } = taken
  const { available, released } = positionOf(payment, await readMovements(tx, payment))
  const clawBack = Math.min(Math.max(0, taken.amount - available.amount), released.amount)
  const loss = Math.max(0, taken.amount - available.amount - clawBack)
  await postClawBack(tx, now, payment, subject, released, { amount: clawBack, currency })
  if (clawBack > 0) await schedule(tx, clawBackJob, subject, now, { clawBackId: subject })
  const before = await ledger.readRemaining(tx, payment.id, currency)
  await ledger.post(tx, now, payment, disputePosting(payment, subject, before, taken, { amount: loss, currency }))
}

/** What was lost is made good first; the rest is held again. */
async function postReinstated(tx: Tx, now: Temporal.Instant, payment: Payment, subject: string, returned: Money) {
  const { currency } = returned
  const lost = await ledger.readLoss(tx, payment.id, currency)
  const loss = { amount: Math.min(lost.amount, returned.amount), currency }
  const before = await ledger.readRemaining(tx, payment.id, currency)
  await ledger.post(tx, now, payment, reinstatedPosting(payment, subject, before, returned, loss))
}
