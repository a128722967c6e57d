import { Temporal } from 'temporal-polyfill'
import { maxBlocksAtOnce } from '@buy-locals/contracts/booking/shapes'
import { invalid } from '@buy-locals/contracts/problem'
import { isBefore, localDateOf } from '@buy-locals/values/time'
import { isWithinReach } from './start-rules.ts'

type Instant = Temporal.Instant
type BlockTerms = { start: string; end: string; repeatUntil?: string | undefined }
export type TimeRange = { start: Instant; end: Instant }

const maxDays = 400

/** When it is blocked: once, or at the same time of day on every day until the last. */
export function findBlockTimes(terms: BlockTerms, timeZone: string, now: Instant): TimeRange[] {
  const first = { start: toWholeSecond(terms.start), end: toWholeSecond(terms.end) }
  const { start, end } = first
  if (!isBefore(start, end))
    throw invalid({ pointer: '/body/end', detail: 'after the start', code: 'end-before-start' })
  if (isBefore(start.add({ hours: maxDays * 24 }), end))
    throw invalid({ pointer: '/body/end', detail: `at most ${maxDays} days`, code: 'too-many-days', max: maxDays })
  if (!isWithinReach(start, now))
    throw invalid({ pointer: '/body/start', detail: 'too far away', code: 'too-far-away' })
  return terms.repeatUntil === undefined ? [first] : repeat(first, terms.repeatUntil, timeZone)
}

function repeat({ start, end }: TimeRange, until: string, timeZone: string): TimeRange[] {
  const days = Temporal.PlainDate.from(localDateOf(start, timeZone)).until(until).days
  if (days < 0)
    throw invalid({ pointer: '/body/repeatUntil', detail: 'not before the start', code: 'repeat-before-start' })
  if (days >= maxBlocksAtOnce)
    throw invalid({
      pointer: '/body/repeatUntil',
      detail: `at most ${maxBlocksAtOnce} days`,
      code: 'too-many-days',
      max: maxBlocksAtOnce,
    })
  if (isBefore(start.add({ hours: 24 }), end))
    throw invalid({ pointer: '/body/end', detail: 'at most a day, where it is repeated', code: 'repeated-over-a-day' })
  const [from, to] = [start, end].map((at) => at.toZonedDateTimeISO(timeZone)) as [ZonedTime, ZonedTime]
  const each = Array.from({ length: days + 1 }, (_, day) => ({
    start: from.add({ days: day }).toInstant(),
    end: to.add({ days: day }).toInstant(),
  }))
  // Where a clock skips an hour, what begins in it and ends with it is nothing on that day.
  return each.filter((time) => isBefore(time.start, time.end))
}

type ZonedTime = Temporal.ZonedDateTime

/** Bookings begin and end on whole seconds, and so is all of it shown. */
const toWholeSecond = (instant: string) =>
  Temporal.Instant.from(instant).round({ smallestUnit: 'second', roundingMode: 'floor' })
