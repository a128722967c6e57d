import type { Temporal } from 'temporal-polyfill'
import { paymentReleased } from '@buy-locals/contracts/payment/events'
import { Problem } from '@buy-locals/contracts/problem'
import { record } from '@buy-locals/service-kit/outbox'
import { newId, type Id } from '@buy-locals/values/ids'
import type { Money } from '@buy-locals/values/money'
import { isBefore } from '@buy-locals/values/time'
import { requireCardPayments, type Deps } from '../deps.ts'
import { toPaymentData } from '../domain/event-data.ts'
import { afterRelease, type Payment } from '../domain/payment.ts'
import { releasePosting, transferPosting } from '../domain/posting.ts'
import { deductDebt, remainingAfter, splitOf } from '../domain/split.ts'
import * as clawBacks from '../persistence/claw-back-repository.ts'
import * as ledger from '../persistence/ledger.ts'
import * as payees from '../persistence/payee-repository.ts'
import * as payments from '../persistence/payment-repository.ts'
import * as refunds from '../persistence/refund-repository.ts'
import * as transfers from '../persistence/transfer-repository.ts'
import { decideFundsInMarket } from '../steps/apply-booking.ts'
import { lockPayment } from '../steps/lock-payment.ts'

/** Decided and posted first, then sent, then noted: a crash anywhere between is repaired by doing it again. */
export async function releaseFunds(deps: Deps, paymentId: Id<'payment'>): Promise<Temporal.Instant | void> {
  const decision = await decideRelease(deps, paymentId)
  if (decision.kind === 'later') return decision.releaseAt
  if (decision.kind === 'none' || decision.transfer.doneAt) return
  const { transfer } = decision
  const reference = await sendTransfer(deps, decision)
  const { db, clock } = deps
  const now = clock()
  await db.transaction().execute(async (tx) => {
    const locked = await lockPayment(tx, paymentId)
    if (!locked || !(await transfers.markDone(tx, transfer.id, reference, now))) return
    const { payment } = locked
    const money = (amount: number): Money => ({ amount, currency: payment.amount.currency })
    const released = afterRelease(payment)
    await payments.update(tx, released)
    if (transfer.amount > 0) await ledger.post(tx, now, payment, transferPosting(transfer.id, money(transfer.amount)))
    const data = { ...toPaymentData(released), net: money(transfer.net) }
    await record(tx, now, paymentReleased, paymentId, released.version, data)
  })
}

type Release = { kind: 'send'; transfer: transfers.Transfer; payment: Payment }
type Decision = Release | { kind: 'later'; releaseAt: Temporal.Instant } | { kind: 'none' }

async function decideRelease({ db, clock }: Deps, paymentId: Id<'payment'>): Promise<Decision> {
  const now = clock()
  return db.transaction().execute(async (tx): Promise<Decision> => {
    const locked = await lockPayment(tx, paymentId)
    if (!locked) return { kind: 'none' }
    const { booking, payment } = locked
    const decided = await transfers.findByPayment(tx, paymentId)
    if (decided) return { kind: 'send', transfer: decided, payment }
    if (payment.status !== 'succeeded' || payment.funds !== 'held') return { kind: 'none' }
    const funds = await decideFundsInMarket(tx, booking, payment)
    if (funds.kind !== 'divide') return { kind: 'none' }
    if (isBefore(now, funds.releaseAt)) return { kind: 'later', releaseAt: funds.releaseAt }
    const refunded = (await refunds.listByPayment(tx, paymentId)).map(({ amount }) => amount)
    const split = splitOf(remainingAfter(payment.captured, refunded), payment.feeBasisPoints)
    if (split.gross.amount === 0) return { kind: 'none' }
    const { businessId } = payment
    const payee = await payees.lock(tx, businessId)
    if (!payee) throw new Error(`${businessId} has no account to send money to`)
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

async function sendTransfer(deps: Deps, { transfer, payment }: Release): Promise<string | undefined> {
  if (transfer.amount === 0) return undefined
  const result = await requireCardPayments(deps).transfer({
    transferId: transfer.id,
    paymentId: payment.id,
    bookingId: payment.bookingId,
    attempt: transfer.attempt,
    chargeId: payment.chargeId ?? '',
    account: transfer.account,
    amount: { amount: transfer.amount, currency: payment.amount.currency },
  })
  if (result.kind === 'created') return result.reference
  await transfers.nextAttempt(deps.db, transfer)
  throw new Problem('payment/provider', `The transfer ${transfer.id} was refused: ${result.reason}`)
}
