import { Problem } from '@buy-locals/contracts/problem'
import { requireRelation, relationTo, type Requester } from '@buy-locals/booking-access/relation'
import type { Id } from '@buy-locals/values/ids'
import type { Deps } from '../deps.ts'
import { knownBooking, knownBusiness, noBooking } from '../known.ts'
import * as payments from '../persistence/payment-repository.ts'
import * as refunds from '../persistence/refund-repository.ts'

export async function readReceipt({ db }: Pick<Deps, 'db'>, bookingId: Id<'booking'>, requester: Requester) {
  const booking = await knownBooking(db, bookingId)
  requireRelation(await relationTo(db, requester, booking), noBooking(bookingId), 'booker', 'member', 'operator')
  const payment = (await payments.ofBooking(db, bookingId)).find(({ status }) => status === 'succeeded')
  if (!payment) throw new Problem('not-found', 'Nothing has been paid for this booking')
  const { name: businessName } = await knownBusiness(db, booking.businessId)
  return { booking, payment, businessName, refunds: await refunds.ofPayment(db, payment.id) }
}
