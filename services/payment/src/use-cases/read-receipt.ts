import { relationTo, requireRelation, type Requester } from '@buy-locals/booking-access/relation'
import { Problem } from '@buy-locals/contracts/problem'
import { awaitProjection, findProjected } from '@buy-locals/service-kit/find-projected'
import type { Id } from '@buy-locals/values/ids'
import type { Deps } from '../deps.ts'
import type { Dispute } from '../domain/dispute.ts'
import { noBooking } from '../domain/payable.ts'
import type { Payment } from '../domain/payment.ts'
import type { Refund } from '../domain/refund.ts'
import * as bookings from '../persistence/bookings.ts'
import * as businesses from '../persistence/businesses.ts'
import * as disputes from '../persistence/dispute-repository.ts'
import * as payments from '../persistence/payment-repository.ts'
import * as refunds from '../persistence/refund-repository.ts'

/** One payment, or several where a move cost more. */
export type PaidPart = { payment: Payment; refunds: Refund[]; disputes: Dispute[] }

export async function readReceipt({ db }: Pick<Deps, 'db'>, bookingId: Id<'booking'>, requester: Requester) {
  const booking = await findProjected(bookingId, () => bookings.find(db, bookingId), noBooking)
  requireRelation(await relationTo(db, requester, booking), noBooking(bookingId), 'booker', 'member', 'operator')
  const paid = (await payments.listByBooking(db, bookingId)).filter(({ status }) => status === 'succeeded')
  const [first] = paid
  if (!first) throw new Problem('not-found', 'Nothing has been paid for this booking')
  const { name: businessName } = await awaitProjection(() => businesses.find(db, booking.businessId))
  const parts: PaidPart[] = []
  for (const payment of paid) {
    const { id } = payment
    parts.push({
      payment,
      refunds: await refunds.listByPayment(db, id),
      disputes: await disputes.listByPayment(db, id),
    })
  }
  return { booking, first, parts, businessName }
}
