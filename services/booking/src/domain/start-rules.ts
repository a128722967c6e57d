import { Temporal } from 'temporal-polyfill'
import type { Slot } from '@buy-locals/scheduling'
import { Problem } from '@buy-locals/contracts/problem'
import { daysBetween, isBefore, localDateOf, toSecond } from '@buy-locals/values/time'
import { slotsOf, type Offer, type Waiver } from './offer.ts'

type Instant = Temporal.Instant
type Wish = { start: Instant; partySize: number }

export type Rule = 'past' | 'notice' | 'horizon' | 'hours' | 'step' | 'party-size'

const words: Record<Rule, string> = {
  past: 'The start is in the past',
  notice: 'The business wants to know earlier',
  horizon: 'That is further ahead than the business takes bookings',
  hours: 'The business, or the person asked for, does not work at that time',
  step: 'Bookings do not start at that minute',
  'party-size': 'There are not so many seats',
}

export const outsidePolicy = (rule: Rule) => new Problem('booking/outside-policy', words[rule], { rule })

/** The free slot at exactly this start, if there is one. */
export function slotAt(offer: Offer, { start, partySize }: Wish, now: Instant, waiver: Waiver = {}): Slot | undefined {
  const date = localDateOf(start, offer.business.timeZone)
  const text = start.toString()
  const window = { from: date, to: date, now: asOf(now, start, waiver), partySize }
  return slotsOf(offer, window, waiver).find((slot) => slot.start === text)
}

/** Which rule of the business speaks against a start, whoever may be there. */
export function ruleAgainst(offer: Offer, wish: Wish, now: Instant, waiver: Waiver = {}): Rule | undefined {
  const { business, service, horizonDays } = offer
  const { start, partySize } = wish
  const earliest = now.add({ minutes: service.minNoticeMinutes })
  if (isBefore(start, now) && !(waiver.notice && !isBefore(start, longestAgo(now)))) return 'past'
  if (!waiver.notice && isBefore(start, earliest)) return 'notice'
  const days = daysBetween(localDateOf(now, business.timeZone), localDateOf(start, business.timeZone))
  if (days > horizonDays) return 'horizon'
  if (partySize > service.capacity) return 'party-size'
  const allowed = { ...waiver, notice: true, taken: true }
  if (slotAt(offer, wish, now, allowed)) return undefined
  return slotAt(offer, wish, now, { ...allowed, step: true }) ? 'step' : 'hours'
}

/** A walk-in is often written down when it has begun. */
const longestAgo = (now: Instant) => now.subtract({ hours: 24 })

function asOf(now: Instant, start: Instant, { notice }: Waiver): string {
  const isLate = notice && isBefore(start, now) && !isBefore(start, longestAgo(now))
  return toSecond(isLate ? start : now)
}

/** The free starts nearest to the one that was wished for, nearest first. */
export function nearest(slots: Slot[], wished: Instant, count: number): Slot[] {
  const distance = ({ start }: Slot) =>
    Math.abs(Temporal.Instant.from(start).epochMilliseconds - wished.epochMilliseconds)
  return slots
    .map((slot) => ({ slot, away: distance(slot) }))
    .toSorted((a, b) => a.away - b.away)
    .slice(0, count)
    .map(({ slot }) => slot)
}
