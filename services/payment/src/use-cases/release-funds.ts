import type { Temporal } from 'temporal-polyfill'
import type { Id } from '@buy-locals/values/ids'
import { paymentReleased } from '@buy-locals/contracts/payment/events'
import { Problem } from '@buy-locals/contracts/problem'
import { record } from '@buy-locals/service-kit/outbox'
import { newId } from '@buy-locals/values/ids'
import type { Money } from '@buy-locals/values/money'
import { isBefore } from '@buy-locals/values/time'
import { providerOf, type Deps } from '../deps.ts'
import type { Payment } from '../domain/payment.ts'
import { releasePosting, transferPosting } from '../domain/posting.ts'
import { remainingAfter, splitOf } from '../domain/split.ts'
import { fact } from '../facts.ts'
import { lockPayment } from '../lock-payment.ts'
import * as clawBacks from '../persistence/claw-backs.ts'
import * as ledger from '../persistence/ledger.ts'
import * as payees from '../persistence/payees.ts'
import * as payments from '../persistence/payment-repository.ts'
import * as refunds from '../persistence/refund-repository.ts'
import * as transfers from '../persistence/transfer-repository.ts'
import { outcome } from '../settling.ts'

type Decided = { transfer: transfers.Transfer; payment: Payment }

/** Decided and counted first, then sent, then noted: a crash anywhere between is made good by doing it again. */
export async function releaseFunds(deps: Deps, paymentId: Id<'payment'>): Promise<Temporal.Instant | void> {
  const decided = await decide(deps, paymentId)
  if (decided && 'notBefore' in decided) return decided.notBefore
  if (!decided || decided.transfer.doneAt) return
  const reference = await send(deps, decided)
  const { db, clock } = deps
  const now = clock()
  await db.transaction().execute(async (tx) => {
    const { transfer } = decided
    const known = await lockPayment(tx, paymentId)
    if (!known || !(await transfers.noteDone(tx, transfer.id, reference, now))) return
    const { payment } = known
    const money = (amount: number): Money => ({ amount, currency: payment.amount.currency })
    const isAllGivenBack = payment.funds === 'refunded'
    const funds = isAllGivenBack ? payment.funds : ('released' as const)
    const released = { ...payment, funds, releaseAt: undefined, version: payment.version + 1 }
    await payments.update(tx, released)
    if (transfer.amount > 0) await ledger.enter(tx, now, payment, transferPosting(transfer.id, money(transfer.amount)))
    await record(tx, now, paymentReleased, paymentId, released.version, { ...fact(released), net: money(transfer.net) })
  })
}

type Later = { notBefore: Temporal.Instant }

async function decide({ db, clock }: Deps, paymentId: Id<'payment'>): Promise<Decided | Later | undefined> {
  const now = clock()
  return db.transaction().execute(async (tx) => {
    const known = await lockPayment(tx, paymentId)
    if (!known) return undefined
    const { booking, payment } = known
    const before = await transfers.ofPayment(tx, paymentId)
    if (before) return { transfer: before, payment }
    if (payment.status !== 'succeeded' || payment.funds !== 'held') return undefined
    const becomes = await outcome(tx, booking, payment)
    if (becomes.kind !== 'divide') return undefined
    if (isBefore(now, becomes.releaseAt)) return { notBefore: becomes.releaseAt }
    const given = (await refunds.ofPayment(tx, paymentId)).map(({ amount }) => amount)
    const split = splitOf(remainingAfter(payment.captured, given), payment.feeBasisPoints)
    if (split.gross.amount === 0) return undefined
    const payee = await payees.lock(tx, payment.businessId)
    if (!payee) throw new Error(`${payment.businessId} has no account to send money to`)
    const { businessId } = payment
    const { amount: net, currency } = split.net
    const debt = (await ledger.debtOf(tx, businessId, currency)) - (await clawBacks.expected(tx, businessId, currency))
    const recovered = Math.min(Math.max(0, debt), net)
    const transfer = {
      id: newId('transfer'),
      paymentId,
      businessId,
      account: payee.account,
      amount: net - recovered,
      net,
    }
    const fresh = { ...transfer, attempt: 0, reference: undefined, doneAt: undefined }
    await transfers.insert(tx, fresh, now)
    await ledger.enter(tx, now, payment, releasePosting(transfer.id, split, { amount: recovered, currency }))
    return { transfer: fresh, payment }
  })
}

async function send(deps: Deps, { transfer, payment }: Decided): Promise<string | undefined> {
  if (transfer.amount === 0) return undefined
  const sent = await providerOf(deps).transfer({
    transferId: transfer.id,
    paymentId: payment.id,
    bookingId: payment.bookingId,
    attempt: transfer.attempt,
    charge: payment.charge ?? '',
    account: transfer.account,
    amount: { amount: transfer.amount, currency: payment.amount.currency },
  })
  if (sent.kind === 'made') return sent.reference
  await transfers.noteRefusal(deps.db, transfer)
  throw new Problem('payment/provider', `The transfer ${transfer.id} was refused: ${sent.why}`)
}
