import type { Transaction } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import { paymentChanged } from '@buy-locals/contracts/payment/events'
import { record } from '@buy-locals/service-kit/outbox'
import { toSecond } from '@buy-locals/values/time'
import { toPaymentData } from '../domain/event-data.ts'
import type { Payment } from '../domain/payment.ts'
import type { Database } from '../persistence/database.ts'
import * as payments from '../persistence/payment-repository.ts'

/** Where no money has moved, what is shown of it can change all the same: who will have it, and when. Of nothing else is anything published. */
export async function recordChange(
  tx: Transaction<Database>,
  now: Temporal.Instant,
  before: Payment,
  applied: Payment,
): Promise<void> {
  const releaseAt = applied.releaseAt && toSecond(applied.releaseAt)
  if (applied.funds === before.funds && releaseAt === (before.releaseAt && toSecond(before.releaseAt))) return
  const changed = { ...applied, version: applied.version + 1 }
  await payments.update(tx, changed)
  await record(tx, now, paymentChanged, changed.id, changed.version, { ...toPaymentData(changed), releaseAt })
}
