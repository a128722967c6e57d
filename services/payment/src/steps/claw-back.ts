import type { Temporal } from 'temporal-polyfill'
import { requireCardPayments, type Deps } from '../deps.ts'
import { reversalPosting } from '../domain/posting.ts'
import * as clawBacks from '../persistence/claw-back-repository.ts'
import * as ledger from '../persistence/ledger.ts'
import * as transfers from '../persistence/transfer-repository.ts'
import { lockPayment } from './lock-payment.ts'

/** The transfer may wait for an account that cannot be paid at the moment. */
const transferDelay = { hours: 1 }

/** What cannot be had from the transfer is owed, and taken from the next release. */
export async function clawBack(deps: Deps, id: clawBacks.ClawBack['id']): Promise<Temporal.Instant | void> {
  const { db, clock } = deps
  const pending = await clawBacks.find(db, id)
  if (pending?.status !== 'pending') return
  const { paymentId, amount } = pending
  const made = await transfers.listByPayment(db, paymentId)
  if (made.some(({ doneAt }) => !doneAt)) return clock().add(transferDelay)
  const reference = made.findLast((transfer) => transfer.reference)?.reference
  const result = reference
    ? await requireCardPayments(deps).reverseTransfer({ clawBackId: id, transfer: reference, amount })
    : undefined
  await db.transaction().execute(async (tx) => {
    const locked = await lockPayment(tx, paymentId)
    if (!locked) return
    if (result?.kind !== 'created') {
      await clawBacks.setOutcome(tx, id, { status: 'owed', reference: null })
      return
    }
    if (await clawBacks.setOutcome(tx, id, { status: 'reversed', reference: result.reference }))
      await ledger.post(tx, clock(), locked.payment, reversalPosting(id, amount))
  })
}
