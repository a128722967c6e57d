import type { Temporal } from 'temporal-polyfill'
import { paymentReleased } from '@buy-locals/contracts/payment/events'
import { Problem } from '@buy-locals/contracts/problem'
import { record } from '@buy-locals/service-kit/outbox'
import { newId, type Id } from '@buy-locals/values/ids'
import { subtract, type Money } from '@buy-locals/values/money'
import { isBefore } from '@buy-locals/values/time'
import { requireCardPayments, type Deps } from '../deps.ts'
import { toPaymentData } from '../domain/event-data.ts'
import { planFunds, positionOf } from '../domain/funds-plan.ts'
import type { Payment } from '../domain/payment.ts'
import { releasePosting, transferPosting } from '../domain/posting.ts'
import { deductDebt, splitOfRefund } from '../domain/split.ts'
import * as clawBacks from '../persistence/claw-back-repository.ts'
import * as ledger from '../persistence/ledger.ts'
import * as payees from '../persistence/payee-repository.ts'
import * as transfers from '../persistence/transfer-repository.ts'
import { applyPayment, decideFundsInMarket } from '../steps/apply-payment.ts'
import { lockPayment } from '../steps/lock-payment.ts'
import { readMovements } from '../steps/read-movements.ts'
import { recordRefusal, refusalsUntilNotified } from '../steps/record-refusal.ts'
import { fetchAccount } from '../steps/fetch-account.ts'
import { fetchPaymentIntent } from '../steps/fetch-payment-intent.ts'

/** Money waits for a business that cannot be paid; when it can again, the release is scheduled at once. */
const payeeDelay = { hours: 24 }

/** Decided and posted first, then sent, then noted: a crash anywhere between is repaired by doing it again. */
export async function releaseFunds(deps: Deps, paymentId: Id<'payment'>): Promise<Temporal.Instant | void> {
  const decision = await decideRelease(deps, paymentId)
  if (decision.kind === 'later') return decision.at
  if (decision.kind === 'none') return
  const { transfer } = decision
  const result = await sendTransfer(deps, decision)
  if (result.kind === 'later') return result.at
  const { db, clock } = deps
  const now = clock()
  await db.transaction().execute(async (tx) => {
    const locked = await lockPayment(tx, paymentId)
    if (!locked || !(await transfers.markDone(tx, transfer.id, result.reference, now))) return
    const { booking, payment } = locked
    const money = (amount: number): Money => ({ amount, currency: payment.amount.currency })
    const released = await applyPayment(tx, now, booking, { ...payment, version: payment.version + 1 })
    if (transfer.amount > 0) await ledger.post(tx, now, payment, transferPosting(transfer.id, money(transfer.amount)))
    const data = { ...toPaymentData(released), net: money(transfer.net) }
    await record(tx, now, paymentReleased, paymentId, released.version, data)
  })
}

type Later = { kind: 'later'; at: Temporal.Instant }
type Release = { kind: 'send'; transfer: transfers.Transfer; payment: Payment }
type Decision = Release | Later | { kind: 'none' }

async function decideRelease(deps: Deps, paymentId: Id<'payment'>): Promise<Decision> {
  const early = await planRelease(deps, paymentId, false)
  if (early.kind !== 'compare') return early
  // A refund or a dispute of which no webhook came must not be transferred as well.
  await fetchPaymentIntent(deps, early.paymentIntentId)
  const decision = await planRelease(deps, paymentId, true)
  return decision.kind === 'compare' ? { kind: 'none' } : decision
}

async function planRelease(
  { db, clock }: Deps,
  paymentId: Id<'payment'>,
  isCompared: boolean,
): Promise<Decision | { kind: 'compare'; paymentIntentId: string }> {
  const now = clock()
  return db.transaction().execute(async (tx) => {
    const locked = await lockPayment(tx, paymentId)
    if (!locked) return { kind: 'none' }
    const { booking, payment } = locked
    const payee = await payees.lock(tx, payment.businessId)
    const canBePaid = payee?.chargesEnabled
    const movements = await readMovements(tx, payment)
    const decided = (await transfers.listByPayment(tx, paymentId)).find(({ doneAt }) => !doneAt)
    if (decided && decided.amount > 0 && !canBePaid) return { kind: 'later', at: now.add(payeeDelay) }
    if (decided && payee && decided.account !== payee.account) await transfers.setAccount(tx, decided.id, payee.account)
    if (decided) return { kind: 'send', transfer: { ...decided, account: payee?.account ?? decided.account }, payment }
    if (payment.status !== 'succeeded') return { kind: 'none' }
    const { release } = planFunds(payment, movements, await decideFundsInMarket(tx, booking, payment))
    if (!release) return { kind: 'none' }
    if (isBefore(now, release.at)) return { kind: 'later', at: release.at }
    if (!payee || !canBePaid) return { kind: 'later', at: now.add(payeeDelay) }
    if (!isCompared) return { kind: 'compare', paymentIntentId: payment.paymentIntentId ?? '' }
    const { businessId, feeBasisPoints } = payment
    const { released } = positionOf(payment, movements)
    const whole = { ...released, amount: released.amount + release.gross.amount }
    const split = splitOfRefund(whole, subtract(whole, released), feeBasisPoints)
    const { currency } = split.net
    const debt =
      (await ledger.readDebt(tx, businessId, currency)) - (await clawBacks.sumPending(tx, businessId, currency))
    const { amount, recovered } = deductDebt(split.net, debt)
    const transfer: transfers.Transfer = {
      ...{ id: newId('transfer'), paymentId, businessId, account: payee.account },
      ...{ amount: amount.amount, net: split.net.amount, attempt: 0, reference: undefined, doneAt: undefined },
    }
    await transfers.insert(tx, transfer, now)
    await ledger.post(tx, now, payment, releasePosting(transfer.id, split, recovered))
    return { kind: 'send', transfer, payment }
  })
}

async function sendTransfer(
  deps: Deps,
  { transfer, payment }: Release,
): Promise<{ kind: 'sent'; reference: string | undefined } | Later> {
  if (transfer.amount === 0) return { kind: 'sent', reference: undefined }
  const result = await requireCardPayments(deps).transfer({
    transferId: transfer.id,
    paymentId: payment.id,
    bookingId: payment.bookingId,
    attempt: transfer.attempt,
    chargeId: payment.chargeId ?? '',
    account: transfer.account,
    amount: { amount: transfer.amount, currency: payment.amount.currency },
  })
  if (result.kind === 'created') return { kind: 'sent', reference: result.reference }
  const { db, clock } = deps
  await db.transaction().execute(async (tx) => {
    const locked = await lockPayment(tx, payment.id)
    const isCounted = await transfers.nextAttempt(tx, transfer)
    const amount = { amount: transfer.amount, currency: payment.amount.currency }
    if (locked && isCounted && transfer.attempt + 1 === refusalsUntilNotified)
      await recordRefusal(tx, clock(), locked, { id: transfer.id, kind: 'transfer', amount })
  })
  await fetchAccount(deps, transfer.account)
  const payee = await payees.find(db, payment.businessId)
  if (!payee?.chargesEnabled) return { kind: 'later', at: clock().add(payeeDelay) }
  throw new Problem('payment/provider', `The transfer ${transfer.id} was refused: ${result.reason}`)
}
