import { relationTo, requireRelation, type Requester } from '@buy-locals/booking-access/relation'
import { Problem } from '@buy-locals/contracts/problem'
import { awaitProjection, findProjected } from '@buy-locals/service-kit/find-projected'
import type { Id } from '@buy-locals/values/ids'
import type { Money } from '@buy-locals/values/money'
import { requireCardPayments, type Deps } from '../deps.ts'
import { noBooking, requirePayable } from '../domain/payable.ts'
import { isOpen, newPayment, type Payment } from '../domain/payment.ts'
import * as bookings from '../persistence/bookings.ts'
import * as markets from '../persistence/markets.ts'
import * as payees from '../persistence/payee-repository.ts'
import * as payments from '../persistence/payment-repository.ts'
import { applyIntent } from '../steps/apply-intent.ts'

type Command = { bookingId: Id<'booking'>; requester: Requester }
type PayableIntent = { paymentIntentId: string; clientSecret: string; publishableKey: string; amount: Money }

/** Every call returns the same payment, until that has ended. */
export async function payBooking(deps: Deps, { bookingId, requester }: Command): Promise<PayableIntent> {
  const { db, clock } = deps
  const cardPayments = requireCardPayments(deps)
  const booking = await findProjected(bookingId, () => bookings.find(db, bookingId), noBooking)
  requireRelation(await relationTo(db, requester, booking), noBooking(bookingId), 'booker')
  const payment = await findOrCreatePayment(deps, booking)
  const intent = payment.paymentIntentId
    ? await cardPayments.fetchIntent(payment.paymentIntentId)
    : await cardPayments.createIntent({ ...payment, paymentId: payment.id })
  const { paymentIntentId, clientSecret } = intent
  if (!payment.paymentIntentId) await payments.setPaymentIntent(db, payment.id, paymentIntentId)
  if (!isOpen(intent)) {
    await db.transaction().execute((tx) => applyIntent(tx, clock(), payment.id, intent))
    throw new Problem('payment/not-payable', 'This payment has ended already')
  }
  return { paymentIntentId, clientSecret, publishableKey: cardPayments.publishableKey, amount: payment.amount }
}

async function findOrCreatePayment(
  { db, clock }: Deps,
  { id, marketId, businessId }: bookings.ProjectedBooking,
): Promise<Payment> {
  const market = await awaitProjection(() => markets.find(db, marketId))
  const now = clock()
  return db.transaction().execute(async (tx) => {
    const booking = await bookings.lock(tx, id)
    if (!booking) throw noBooking(id)
    const isForThis = ({ status, moveVersion }: Payment) =>
      status !== 'cancelled' && moveVersion === booking.heldMove?.version
    const live = (await payments.listByBooking(tx, id)).find(isForThis)
    requirePayable(booking, live, now)
    if (!(await payees.find(tx, businessId))?.chargesEnabled)
      throw new Problem('booking/payments-not-ready', 'The business cannot take payments at the moment')
    if (live) return live
    const payment = newPayment(booking, booking.feeBasisPoints ?? market.feeBasisPoints, now)
    await payments.insert(tx, payment)
    return payment
  })
}
