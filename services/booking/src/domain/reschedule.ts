import type { Service } from '@buy-locals/contracts/booking/shapes'
import type { Temporal } from 'temporal-polyfill'
import { Problem } from '@buy-locals/contracts/problem'
import { chargeable } from '@buy-locals/values/card-amounts'
import type { Id } from '@buy-locals/values/ids'
import { subtract, type Money } from '@buy-locals/values/money'
import { isBefore } from '@buy-locals/values/time'
import type { RuleOverride } from './bookable-service.ts'
import { change, requireStatus, type Booking, type HeldMove } from './booking.ts'
import { fullRefund, refundShareOnCancellation } from './cancellation-policy.ts'
import { outsidePolicy } from './start-rules.ts'
import { longestDaysToHoldFunds, quoteDifference, type Terms } from './terms.ts'

type Instant = Temporal.Instant
type Mover = 'consumer' | 'business'
type NewTime = { start: Instant; staffId?: Id<'staff'> | undefined }

/** Whoever sends the same request again has what they want already. */
export const isSameTime = (booking: Booking, { start, staffId }: NewTime): boolean =>
  booking.status === 'confirmed' &&
  booking.start.equals(start) &&
  (staffId === undefined || booking.staffId === staffId)

/** Back, a second tab and Continue lead on to paying what is held already. */
export const isHeldMove = (
  { heldMove }: Booking,
  { start, staffId, agreedPrice }: NewTime & { agreedPrice?: Money | undefined },
  now: Instant,
): boolean =>
  heldMove !== undefined &&
  isBefore(now, heldMove.holdExpiresAt) &&
  heldMove.start.equals(start) &&
  (staffId === undefined || heldMove.staffId === staffId) &&
  agreedPrice !== undefined &&
  isSameAmount(agreedPrice, heldMove.price)

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

type Proposal = { today: Terms; by: Mover; isClass: boolean }

/** The terms at the new time. A consumer agrees to today's price where it is another one; a business may keep the old one. */
export function agreeTerms(booking: Booking, agreed: Money | undefined, proposal: Proposal): Terms {
  const { price, deposit, payment } = booking
  const { by } = proposal
  const before = { price, deposit, payment }
  const offered = proposeTerms(before, proposal)
  const chosen = agreed ?? price
  if (isSameAmount(chosen, price) && (by === 'business' || isSameAmount(offered.price, price))) return before
  if (isSameAmount(chosen, offered.price)) return offered
  throw new Problem('booking/price-changed', 'The price is another one', { quote: quoteDifference(offered, deposit) })
}

/** What is paid in one way keeps its price where that way has changed since. Nobody but the consumer agrees to pay more, and a seat of a class is not held beside another. */
function proposeTerms(before: Terms, { today, by, isClass }: Proposal): Terms {
  if (before.payment !== 'online' && today.payment !== 'online') return today
  if (before.payment !== today.payment) return before
  const due = subtract(today.deposit, before.deposit)
  if (due.amount <= 0) return today
  const isTooLittleForCard = chargeable(due).amount !== due.amount
  if (isTooLittleForCard) return { ...today, deposit: before.deposit } // and the rest is paid at the venue
  return by === 'business' || isClass ? before : today
}

/** What is to pay online before it can move. */
export const dueForMove = (booking: Booking, terms: Terms): Money => subtract(terms.deposit, booking.deposit)

const isSameAmount = (a: Money, b: Money) => a.amount === b.amount && a.currency === b.currency

/** It keeps the length that was booked; a class is as long as its sessions are by now. */
export function toServiceOfBooking(service: Service, { start, end }: Booking): Service {
  return service.capacity > 1 ? service : { ...service, durationMinutes: start.until(end).total('minutes') }
}

/** A business that moves a booking has talked about it: notice and horizon are for those who have not. */
export const overrideFor = (by: Mover): RuleOverride => (by === 'business' ? { notice: true, horizon: true } : {})

type Held = Pick<HeldMove, 'start' | 'end' | 'staffId' | 'staffName' | 'calendarIds' | 'from' | 'to'>

/** Unpaid, the booking stands as it is. */
export function holdMove(booking: Booking, time: Held, { price, deposit }: Terms, holdExpiresAt: Instant): Booking {
  const heldMove = { ...time, price, deposit, due: subtract(deposit, booking.deposit), holdExpiresAt }
  return change(booking, { heldMove: { ...heldMove, version: booking.version + 1 } })
}

export const dropHeldMove = (booking: Booking): Booking => change(booking, { heldMove: undefined })

export const hasHeldMoveExpired = ({ heldMove }: Booking, now: Instant): boolean =>
  heldMove !== undefined && !isBefore(now, heldMove.holdExpiresAt)

type Moved = Terms & Pick<Booking, 'start' | 'end' | 'staffId' | 'staffName' | 'groupSessionId'>

export function reschedule(booking: Booking, moved: Moved, by: Mover, now: Instant): Booking {
  const { start, timeZone: zone } = { ...moved, timeZone: booking.timeZone }
  return change(booking, {
    ...moved,
    localStart: start.toZonedDateTimeISO(zone).toPlainDateTime().toString({ smallestUnit: 'minute' }),
    rescheduledAt: now,
    rescheduledBy: by,
    previousStart: booking.start,
    heldMove: undefined,
  })
}
