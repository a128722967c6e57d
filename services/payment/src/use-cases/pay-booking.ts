import { Problem } from '@buy-locals/contracts/problem'
import { requireRelation, relationTo, type Requester } from '@buy-locals/booking-access/relation'
import { newId, type Id } from '@buy-locals/values/ids'
import { chargeable } from '@buy-locals/values/card-amounts'
import { zero, type Money } from '@buy-locals/values/money'
import { isBefore } from '@buy-locals/values/time'
import { providerOf, type Deps } from '../deps.ts'
import { isOpen, type Payment } from '../domain/payment.ts'
import { knownBooking, knownMarket, noBooking } from '../known.ts'
import { learnIntent } from '../learning.ts'
import * as bookings from '../persistence/bookings.ts'
import * as payees from '../persistence/payees.ts'
import * as payments from '../persistence/payment-repository.ts'

type Command = { bookingId: Id<'booking'>; requester: Requester }
type Ready = { paymentIntentId: string; clientSecret: string; publishableKey: string; amount: Money }

/** Asked again, it is the same payment, until that has come to an end. */
export async function payBooking(deps: Deps, { bookingId, requester }: Command): Promise<Ready> {
  const { db } = deps
  const provider = providerOf(deps)
  const booking = await knownBooking(db, bookingId)
  requireRelation(await relationTo(db, requester, booking), noBooking(bookingId), 'booker')
  const payment = await begin(deps, booking)
  const intent = payment.intent
    ? await provider.readIntent(payment.intent)
    : await provider.createIntent({ ...payment, paymentId: payment.id })
  if (!payment.intent) await payments.noteIntent(db, payment.id, intent.intent)
  if (intent.status === 'succeeded' || intent.status === 'cancelled') {
    await learnIntent(deps, payment.id, intent)
    throw new Problem('payment/not-payable', 'This has come to its end already')
  }
  const { publishableKey } = provider
  return { paymentIntentId: intent.intent, clientSecret: intent.clientSecret, publishableKey, amount: payment.amount }
}

async function begin({ db, clock }: Deps, { id, marketId, businessId }: bookings.KnownBooking): Promise<Payment> {
  const market = await knownMarket(db, marketId)
  const now = clock()
  return db.transaction().execute(async (tx) => {
    const booking = await bookings.lock(tx, id)
    if (!booking) throw noBooking(id)
    const live = (await payments.ofBooking(tx, id)).find(({ status }) => status !== 'cancelled')
    refuseUnpayable(booking, live, now)
    if (!(await payees.find(tx, businessId))?.chargesEnabled)
      throw new Problem('booking/payments-not-ready', 'The business cannot take payments at the moment')
    if (live) return live
    const payment = begun(booking, booking.feeBasisPoints ?? market.feeBasisPoints, now)
    await payments.insert(tx, payment)
    return payment
  })
}

function refuseUnpayable(booking: bookings.KnownBooking, live: Payment | undefined, now: Payment['createdAt']): void {
  const { status, payment, deposit, holdExpiresAt } = booking
  if (status === 'expired' || (status === 'held' && holdExpiresAt && !isBefore(now, holdExpiresAt)))
    throw new Problem('booking/hold-expired', 'The time was kept for you and has run out; book again')
  const isPaid = live !== undefined && !isOpen(live)
  const canPay = deposit.amount > 0 && chargeable(deposit).amount === deposit.amount
  if (status !== 'held' || payment !== 'online' || !canPay || isPaid)
    throw new Problem('payment/not-payable', 'There is nothing to pay for this booking')
}

const begun = (booking: bookings.KnownBooking, feeBasisPoints: number, now: Payment['createdAt']): Payment => ({
  id: newId('payment'),
  bookingId: booking.id,
  businessId: booking.businessId,
  consumerId: booking.consumerId,
  marketId: booking.marketId,
  status: 'awaiting',
  funds: 'none',
  amount: booking.deposit,
  captured: zero(booking.deposit.currency),
  refunded: zero(booking.deposit.currency),
  feeBasisPoints,
  unusable: false,
  createdAt: now,
  version: 1,
})
