import type { Transaction } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import { cancelJob, schedule } from '@buy-locals/service-kit/jobs'
import { decideFunds, type FundsDecision } from '../domain/funds-decision.ts'
import { planFunds } from '../domain/funds-plan.ts'
import type { Payment } from '../domain/payment.ts'
import { releaseJob } from '../jobs.ts'
import type { ProjectedBooking } from '../persistence/bookings.ts'
import type { Database } from '../persistence/database.ts'
import * as markets from '../persistence/markets.ts'
import { sumUsed } from '../domain/excess.ts'
import * as payments from '../persistence/payment-repository.ts'
import { readMovements } from './read-movements.ts'
import { requestRefund } from './request-refund.ts'

type Tx = Transaction<Database>

/** Brings the money of a payment in line with its booking and with what happened at the provider. Repeated, or in another order, it ends the same. The booking is locked. Returns the payment as it is afterwards. */
export async function applyPayment(
  tx: Tx,
  now: Temporal.Instant,
  booking: ProjectedBooking,
  payment: Payment,
): Promise<Payment> {
  const movements = await readMovements(tx, payment)
  const { funds, refund, release, releaseAt } = planFunds(payment, movements, await decideFundsInMarket(tx, booking, payment)) // prettier-ignore
  if (refund) await requestRefund(tx, now, payment, movements, refund)
  const { id: paymentId } = payment
  const isUnderWay = movements.transfers.some(({ doneAt }) => doneAt === undefined)
  if (release) await schedule(tx, releaseJob, paymentId, release.at, { paymentId })
  else if (!isUnderWay) await cancelJob(tx, releaseJob, paymentId)
  const next = { ...payment, funds, releaseAt }
  await payments.update(tx, next)
  return next
}

export async function decideFundsInMarket(tx: Tx, booking: ProjectedBooking, payment: Payment): Promise<FundsDecision> {
  const market = await markets.find(tx, booking.marketId)
  if (!market) throw new Error(`Payment ${payment.id} was made in market ${booking.marketId}, which is not known`)
  const earlier = (await payments.listByBooking(tx, booking.id)).filter(({ id }) => id < payment.id)
  return decideFunds(payment, booking, market.complaintHours, sumUsed(earlier, booking))
}
