import { relationTo, requireRelation, type Requester } from '@buy-locals/booking-access/relation'
import { Problem } from '@buy-locals/contracts/problem'
import { awaitProjection, findProjected } from '@buy-locals/service-kit/find-projected'
import type { Id } from '@buy-locals/values/ids'
import type { Deps } from '../deps.ts'
import { noBooking } from '../domain/payable.ts'
import * as bookings from '../persistence/bookings.ts'
import * as businesses from '../persistence/businesses.ts'
import * as disputes from '../persistence/dispute-repository.ts'
import * as payments from '../persistence/payment-repository.ts'
import * as refunds from '../persistence/refund-repository.ts'

export async function readReceipt({ db }: Pick<Deps, 'db'>, bookingId: Id<'booking'>, requester: Requester) {
  const booking = await findProjected(bookingId, () => bookings.find(db, bookingId), noBooking)
  requireRelation(await relationTo(db, requester, booking), noBooking(bookingId), 'booker', 'member', 'operator')
  const payment = (await payments.listByBooking(db, bookingId)).find(({ status }) => status === 'succeeded')
  if (!payment) throw new Problem('not-found', 'Nothing has been paid for this booking')
  const { name: businessName } = await awaitProjection(() => businesses.find(db, booking.businessId))
  const [ofRefunds, ofDisputes] = [await refunds.listByPayment(db, payment.id), await disputes.listByPayment(db, payment.id)] // prettier-ignore
  return { booking, payment, businessName, refunds: ofRefunds, disputes: ofDisputes }
}
