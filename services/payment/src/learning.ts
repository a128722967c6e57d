import type { Temporal } from 'temporal-polyfill'
import type { Transaction } from 'kysely'
import { paymentFailed, paymentRefunded, paymentSucceeded } from '@buy-locals/contracts/payment/events'
import { cancelJob } from '@buy-locals/service-kit/jobs'
import { record } from '@buy-locals/service-kit/outbox'
import type { Id } from '@buy-locals/values/ids'
import { add, subtract } from '@buy-locals/values/money'
import type { Deps } from './deps.ts'
import { learn, type Payment, type Seen } from './domain/payment.ts'
import { capturedPosting, refundFailedPosting, refundPosting } from './domain/posting.ts'
import { remainingAfter } from './domain/split.ts'
import { fact } from './facts.ts'
import { close, release } from './jobs.ts'
import { lockPayment } from './lock-payment.ts'
import type { Database } from './persistence/database.ts'
import * as ledger from './persistence/ledger.ts'
import * as markets from './persistence/markets.ts'
import * as payments from './persistence/payment-repository.ts'
import * as refunds from './persistence/refund-repository.ts'
import type { RefundSeen } from './provider.ts'
import { settle } from './settling.ts'

type Tx = Transaction<Database>
type Refund = refunds.Refund

/** Takes in what the provider says of a payment. What is older than what we know changes nothing. */
export async function learnIntent(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  paymentId: Id<'payment'>,
  seen: Seen,
): Promise<void> {
  const now = clock()
  await db.transaction().execute(async (tx) => {
    const known = await lockPayment(tx, paymentId)
    const learned = known && learn(known.payment, seen)
    if (!learned) return
    if (learned.status !== 'succeeded') {
      await payments.update(tx, learned)
      if (learned.status === 'failed') await record(tx, now, paymentFailed, paymentId, learned.version, fact(learned))
      return
    }
    const market = await markets.find(tx, learned.marketId)
    const receipt = await payments.nextReceipt(tx, learned.marketId, market?.slug ?? '')
    const paid = { ...learned, receipt, paidAt: learned.paidAt ?? now }
    await payments.update(tx, paid)
    await ledger.enter(tx, now, paid, capturedPosting(paid))
    await record(tx, now, paymentSucceeded, paymentId, paid.version, fact(paid))
    await cancelJob(tx, close, paymentId)
    await settle(tx, now, known.booking)
  })
}

const order: Record<Refund['status'], number> = { wanted: 0, pending: 1, succeeded: 2, failed: 3 }

/** What became of a refund is said by the provider afterwards, not by the call that asked for it. */
export async function learnRefund(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  refundId: string,
  { reference, status }: RefundSeen,
): Promise<void> {
  const now = clock()
  const wanted = await refunds.find(db, refundId)
  if (!wanted) return
  await db.transaction().execute(async (tx) => {
    const known = await lockPayment(tx, wanted.paymentId)
    if (!known) return
    await noteRefund(tx, now, known.payment, wanted.id, reference)
    const refund = await refunds.find(tx, refundId)
    if (!refund || order[status] <= order[refund.status]) return
    await refunds.noteOutcome(tx, { id: refund.id, status }, now)
    if (status === 'succeeded') await arrived(tx, now, known.payment, refund)
    else await cameBack(tx, now, known.payment, refund)
  })
}

/** The provider has it: the money has left. The payment is locked. */
export async function noteRefund(
  tx: Tx,
  now: Temporal.Instant,
  payment: Payment,
  refundId: Id<'refund'>,
  reference: string,
): Promise<void> {
  if (!(await refunds.noteReference(tx, refundId, reference))) return
  const { kept, refund } = await beforeRefund(tx, payment, refundId)
  if (refund) await ledger.enter(tx, now, payment, refundPosting(payment, refundId, kept, refund.amount))
}

async function arrived(tx: Tx, now: Temporal.Instant, payment: Payment, { amount }: Refund): Promise<void> {
  const refunded = add(payment.refunded, amount)
  const isAll = refunded.amount === payment.captured.amount
  const next = {
    ...payment,
    refunded,
    funds: isAll ? ('refunded' as const) : payment.funds,
    version: payment.version + 1,
  }
  await payments.update(tx, next)
  await record(tx, now, paymentRefunded, payment.id, next.version, { ...fact(next), refund: amount })
}

/** The consumer's bank would not have it: it is with us again, and somebody has to look at it. */
async function cameBack(
  tx: Tx,
  now: Temporal.Instant,
  payment: Payment,
  { id, amount, status }: Refund,
): Promise<void> {
  const refunded = status === 'succeeded' ? subtract(payment.refunded, amount) : payment.refunded
  await payments.update(tx, { ...payment, refunded, funds: 'frozen', releaseAt: undefined })
  await cancelJob(tx, release, payment.id)
  const { kept } = await beforeRefund(tx, payment, id)
  await ledger.enter(tx, now, payment, refundFailedPosting(payment, id, kept, amount))
}

async function beforeRefund(tx: Tx, payment: Payment, refundId: Id<'refund'>) {
  const all = await refunds.ofPayment(tx, payment.id)
  const before = all.filter(({ id }) => id < refundId).map(({ amount }) => amount)
  return { kept: remainingAfter(payment.captured, before), refund: all.find(({ id }) => id === refundId) }
}
