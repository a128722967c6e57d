import type { Service } from '@buy-locals/contracts/booking/shapes'
import type { Temporal } from 'temporal-polyfill'
import { Problem } from '@buy-locals/contracts/problem'
import type { Id } from '@buy-locals/values/ids'
import type { Money } from '@buy-locals/values/money'
import { isBefore } from '@buy-locals/values/time'
import type { RuleOverride } from './bookable-service.ts'
import { change, requireStatus, type Booking } from './booking.ts'
import { fullRefund, refundShareOnCancellation } from './cancellation-policy.ts'
import { outsidePolicy } from './start-rules.ts'
import { longestDaysToHoldFunds, toQuote, type Terms } from './terms.ts'

type Instant = Temporal.Instant
type Mover = 'consumer' | 'business'
type NewTime = { start: Instant; staffId?: Id<'staff'> | undefined }

/** Whoever sends the same request again has what they want already. */
export const isSameTime = (booking: Booking, { start, staffId }: NewTime): boolean =>
  booking.status === 'confirmed' &&
  booking.start.equals(start) &&
  (staffId === undefined || booking.staffId === staffId)

/** A business may move what it has confirmed at any time; a consumer as long as cancelling would cost nothing. */
export function refuseToMove(booking: Booking, start: Instant, by: Mover, now: Instant): void {
  requireStatus(booking, 'confirmed')
  if (booking.complainedAt) throw new Problem('booking/wrong-state', 'A complaint has been filed')
  if (by === 'consumer') {
    if (!isBefore(now, booking.start))
      throw new Problem('booking/outside-policy', 'It has started; ask the business', { rule: 'started' })
    if (refundShareOnCancellation(booking.policy, booking.start, now) < fullRefund)
      throw new Problem('booking/outside-policy', 'It is too late to change it; ask the business', {
        rule: 'change-notice',
      })
  }
  const lastPaidStart = booking.createdAt.add({ hours: longestDaysToHoldFunds * 24 })
  if (booking.payment === 'online' && isBefore(lastPaidStart, start)) throw outsidePolicy('horizon')
}

/** The terms at the new time. A consumer agrees to today's price where it is another one; a business may keep the old one. What was paid online keeps its price. */
export function agreeTerms(booking: Booking, today: Terms, agreed: Money | undefined, by: Mover): Terms {
  const { price, deposit, payment } = booking
  const before = { price, deposit, payment }
  const offered = payment === 'online' || today.payment === 'online' ? before : today
  const chosen = agreed ?? price
  if (isSameAmount(chosen, price) && (by === 'business' || isSameAmount(offered.price, price))) return before
  if (isSameAmount(chosen, offered.price)) return offered
  throw new Problem('booking/price-changed', 'The price is another one', { quote: toQuote(offered) })
}

const isSameAmount = (a: Money, b: Money) => a.amount === b.amount && a.currency === b.currency

/** It keeps the length that was booked; a class is as long as its sessions are by now. */
export function toServiceOfBooking(service: Service, { start, end }: Booking): Service {
  return service.capacity > 1 ? service : { ...service, durationMinutes: start.until(end).total('minutes') }
}

/** A business that moves a booking has talked about it: notice and horizon are for those who have not. */
export const overrideFor = (by: Mover): RuleOverride => (by === 'business' ? { notice: true, horizon: true } : {})

type Moved = Terms & Pick<Booking, 'start' | 'end' | 'staffId' | 'staffName' | 'groupSessionId'>

export function reschedule(booking: Booking, moved: Moved, by: Mover, now: Instant): Booking {
  const { start, timeZone: zone } = { ...moved, timeZone: booking.timeZone }
  return change(booking, {
    ...moved,
    localStart: start.toZonedDateTimeISO(zone).toPlainDateTime().toString({ smallestUnit: 'minute' }),
    rescheduledAt: now,
    rescheduledBy: by,
    previousStart: booking.start,
  })
}
