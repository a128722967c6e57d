import type { Temporal } from 'temporal-polyfill'
import type { Slot } from '@buy-locals/scheduling'
import { Problem } from '@buy-locals/contracts/problem'
import type { Money } from '@buy-locals/values/money'
import { daysBetween, isBefore, localDateOf, toSecond } from '@buy-locals/values/time'
import { findFreeSlots, type BookableService, type RuleOverride } from './bookable-service.ts'

type Instant = Temporal.Instant
type RequestedStart = { start: Instant; partySize: number }

/** A time that cannot be booked now, and others that can. */
export type TakenTime = { range: { from: Instant; to: Instant }; alternatives: Slot[] }

type Rule = 'past' | 'notice' | 'horizon' | 'hours' | 'step' | 'party-size' | 'off-site'

const details: Record<Rule, string> = {
  past: 'The start is in the past',
  notice: 'The business needs more notice',
  horizon: 'That is further ahead than the business takes bookings',
  hours: 'The business, or the person asked for, does not work at that time',
  step: 'Bookings do not start at that minute',
  'party-size': 'There are not so many seats',
  'off-site': 'The business takes no bookings at the moment',
}

export const outsidePolicy = (rule: Rule) => new Problem('booking/outside-policy', details[rule], { rule })

const reachMs = 20 * 365 * 24 * 3_600_000

/** Nothing is booked or listed twenty years away, where the calendar of JavaScript or PostgreSQL may end. */
export const isWithinReach = (at: Instant, now: Instant): boolean =>
  Math.abs(at.epochMilliseconds - now.epochMilliseconds) <= reachMs

const highestPrice = 99_999_999 // minor units, as far as contracts and payment providers count

/** Refuses what no business could accept, before any date is calculated from it. */
export function refuseImpossible(start: Instant, now: Instant): void {
  if (!isWithinReach(start, now)) throw outsidePolicy(isBefore(start, now) ? 'past' : 'horizon')
}

export function refuseTooExpensive(price: Money): void {
  if (price.amount > highestPrice) throw outsidePolicy('party-size')
}

/** The free slot at exactly this start, if there is one. */
export function findSlotAt(
  bookable: BookableService,
  { start, partySize }: RequestedStart,
  now: Instant,
  override: RuleOverride = {},
): Slot | undefined {
  const date = localDateOf(start, bookable.business.timeZone)
  const text = start.toString()
  const isEnteredLate = override.notice && isBefore(start, now) && !isBefore(start, earliestLateEntry(now))
  const window = { from: date, to: date, now: toSecond(isEnteredLate ? start : now), partySize }
  return findFreeSlots(bookable, window, override).find((slot) => slot.start === text)
}

/** A customer without an appointment is often entered after they have begun. */
const earliestLateEntry = (now: Instant) => now.subtract({ hours: 24 })

/** The rule of the business that a start breaks, whether or not the time is free. */
export function findBrokenRule(
  bookable: BookableService,
  requested: RequestedStart,
  now: Instant,
  override: RuleOverride = {},
): Rule | undefined {
  const { business, service, horizonDays } = bookable
  const { start, partySize } = requested
  const earliest = now.add({ minutes: service.minNoticeMinutes })
  if (isBefore(start, now) && !(override.notice && !isBefore(start, earliestLateEntry(now)))) return 'past'
  if (!override.notice && isBefore(start, earliest)) return 'notice'
  const days = daysBetween(localDateOf(now, business.timeZone), localDateOf(start, business.timeZone))
  if (days > horizonDays) return 'horizon'
  if (partySize > service.capacity) return 'party-size'
  const allowed = { ...override, notice: true, busyTimes: true }
  if (findSlotAt(bookable, requested, now, allowed)) return undefined
  return findSlotAt(bookable, requested, now, { ...allowed, step: true }) ? 'step' : 'hours'
}

/** The slots nearest to an instant, nearest first. A week of a busy business has thousands, so each is parsed at little cost. */
export function pickNearest(slots: Slot[], start: Instant, count: number): Slot[] {
  const distanceMs = (slot: Slot) => Math.abs(Date.parse(slot.start) - start.epochMilliseconds)
  return slots
    .map((slot) => ({ slot, distanceMs: distanceMs(slot) }))
    .toSorted((a, b) => a.distanceMs - b.distanceMs)
    .slice(0, count)
    .map(({ slot }) => slot)
}
