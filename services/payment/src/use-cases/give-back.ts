import { Problem } from '@buy-locals/contracts/problem'
import type { Id } from '@buy-locals/values/ids'
import { providerOf, type Deps } from '../deps.ts'
import { reversalPosting } from '../domain/posting.ts'
import { noteRefund } from '../learning.ts'
import { lockPayment } from '../lock-payment.ts'
import * as clawBacks from '../persistence/claw-backs.ts'
import * as ledger from '../persistence/ledger.ts'
import * as payments from '../persistence/payment-repository.ts'
import * as refunds from '../persistence/refund-repository.ts'
import * as transfers from '../persistence/transfer-repository.ts'

/** The consumer first; then, where the business has had the money, it is taken back from there. */
export async function giveBackMoney(deps: Deps, refundId: Id<'refund'>): Promise<void> {
  const refund = await refunds.find(deps.db, refundId)
  if (refund?.status === 'wanted') await giveBack(deps, refund)
  const clawBack = await clawBacks.find(deps.db, refundId)
  if (clawBack?.status === 'wanted') await takeBack(deps, clawBack)
}

async function giveBack(deps: Deps, refund: refunds.Refund): Promise<void> {
  const { db, clock } = deps
  const { id: refundId, attempt, amount, paymentId } = refund
  const intent = (await payments.find(db, paymentId))?.intent ?? ''
  const given = await providerOf(deps).refund({ refundId, attempt, intent, amount })
  if (given.kind === 'refused') {
    await refunds.noteRefusal(db, refund)
    throw new Problem('payment/provider', `The refund ${refundId} was refused: ${given.why}`)
  }
  await db.transaction().execute(async (tx) => {
    const known = await lockPayment(tx, paymentId)
    if (known) await noteRefund(tx, clock(), known.payment, refundId, given.reference)
  })
}

type ClawBack = NonNullable<Awaited<ReturnType<typeof clawBacks.find>>>

/** What cannot be had from the transfer is owed, and taken from the next release. */
async function takeBack(deps: Deps, { refundId, paymentId, amount }: ClawBack): Promise<void> {
  const { db, clock } = deps
  const transfer = await transfers.ofPayment(db, paymentId)
  if (!transfer?.doneAt) throw new Problem('payment/provider', `The transfer of ${paymentId} is still on its way`)
  const { reference } = transfer
  const taken = reference ? await providerOf(deps).reverse({ refundId, transfer: reference, amount }) : undefined
  await db.transaction().execute(async (tx) => {
    const known = await lockPayment(tx, paymentId)
    if (!known) return
    if (taken?.kind !== 'made') return void (await clawBacks.note(tx, refundId, { status: 'owed', reference: null }))
    if (await clawBacks.note(tx, refundId, { status: 'reversed', reference: taken.reference }))
      await ledger.enter(tx, clock(), known.payment, reversalPosting(refundId, amount))
  })
}
