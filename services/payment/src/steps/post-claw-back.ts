import type { Transaction } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { Money } from '@buy-locals/values/money'
import type { Payment } from '../domain/payment.ts'
import { clawBackPosting } from '../domain/posting.ts'
import { splitOfRefund } from '../domain/split.ts'
import * as clawBacks from '../persistence/claw-back-repository.ts'
import type { Database } from '../persistence/database.ts'
import * as ledger from '../persistence/ledger.ts'

/** What the business has had is owed by it from here on; a job takes it back from the transfer. `id` is that of the refund or dispute it is for. */
export async function postClawBack(
  tx: Transaction<Database>,
  now: Temporal.Instant,
  payment: Payment,
  id: clawBacks.ClawBack['id'],
  released: Money,
  amount: Money,
): Promise<void> {
  if (amount.amount === 0) return
  const { id: paymentId, businessId, feeBasisPoints } = payment
  await ledger.post(tx, now, payment, clawBackPosting(payment, id, released, amount))
  const { net } = splitOfRefund(released, amount, feeBasisPoints)
  if (net.amount > 0) await clawBacks.insert(tx, { id, paymentId, businessId, amount: net })
}
