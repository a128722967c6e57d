import type { Transaction } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { z } from 'zod'
import { paymentMovementRefused } from '@buy-locals/contracts/payment/events'
import type { refusedMovement } from '@buy-locals/contracts/payment/shapes'
import { record } from '@buy-locals/service-kit/outbox'
import { toPaymentData } from '../domain/event-data.ts'
import type { Database } from '../persistence/database.ts'
import { applyPayment } from './apply-payment.ts'
import type { LockedPayment } from './lock-payment.ts'

/** A first few refusals are repeated in silence: most pass by themselves. The index of what is listed has the same number. */
export const refusalsUntilNotified = 10

/** Brings the payment in line and publishes that somebody has to look at it. The payment is locked. */
export async function recordRefusal(
  tx: Transaction<Database>,
  now: Temporal.Instant,
  { booking, payment }: LockedPayment,
  movement: z.input<typeof refusedMovement>,
): Promise<void> {
  const next = await applyPayment(tx, now, booking, { ...payment, version: payment.version + 1 })
  const data = { ...toPaymentData(next), movement }
  await record(tx, now, paymentMovementRefused, payment.id, next.version, data)
}
