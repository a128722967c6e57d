import type { Kysely, Transaction } from 'kysely'
import { Temporal } from 'temporal-polyfill'
import type { Consequences } from '@buy-locals/service-kit/consequences'
import { scheduleMissing, scheduleOnce, toJobRow } from '@buy-locals/service-kit/jobs'
import type { Id } from '@buy-locals/values/ids'
import { isBefore, laterOf, startOfDay } from '@buy-locals/values/time'
import type { Deps } from '../deps.ts'
import type { Booking } from '../domain/booking.ts'
import { daysAtOnce } from '../domain/free-starts.ts'
import {
  autoCompleteJob,
  countFarStartsJob,
  countFreeStartsJob,
  expireHoldJob,
  restartFarCountJob,
  rollFreeStartsJob,
} from '../jobs.ts'
import type { Database } from '../persistence/database.ts'

type Tx = Transaction<Database>
type Jobs = NonNullable<Consequences['jobs']>

/** A hold expires and a confirmed booking is completed, unless somebody acts before: counted from its end, or from now where that is over. */
export function toNextSteps(
  { settings }: Pick<Deps, 'settings'>,
  { id, status, end, holdExpiresAt, heldMove }: Booking,
  now: Temporal.Instant,
): Jobs {
  const payload = { bookingId: id }
  const expiresAt = status === 'held' ? holdExpiresAt : heldMove?.holdExpiresAt
  const completesAt = laterOf(end, now).add({ hours: settings.completionGraceHours })
  return [
    ...(expiresAt ? [toJobRow(expireHoldJob, id, expiresAt, payload)] : []),
    ...(status === 'confirmed' ? [toJobRow(autoCompleteJob, id, completesAt, payload)] : []),
  ]
}

const delay = { seconds: 1 }
/** A day less than what is counted at once, wherever it is. */
const nearHours = 24 * (daysAtOnce - 2)

type Time = Pick<Booking, 'end' | 'heldMove'>

/** What is booked all the time is counted no more often than this. */
export const betweenCounts = { seconds: 5 }

/** Soon, and once for many changes. Of a change at that time alone the days beyond the near ones are not counted again. */
export function toFreeStartsCount(businessId: Id<'business'>, now: Temporal.Instant, time?: Time): Jobs {
  const isNear = time && !time.heldMove && isBefore(time.end, now.add({ hours: nearHours }))
  const by = now.add(betweenCounts)
  const near = { ...toJobRow(countFreeStartsJob, businessId, now.add(delay), { businessId }), by }
  return isNear ? [near] : [near, ...toFarRestart(businessId, now)]
}

export function toFarRestart(businessId: Id<'business'>, now: Temporal.Instant): Jobs {
  const runAt = now.add(delay)
  return [{ ...toJobRow(restartFarCountJob, businessId, runAt, { businessId }), by: runAt }]
}

/** The last statements of a transaction. */
export async function scheduleFreeStartsCount(
  tx: Tx,
  businessId: Id<'business'>,
  now: Temporal.Instant,
): Promise<void> {
  await scheduleOnce(tx, countFreeStartsJob, businessId, now.add(delay), { businessId }, now.add(betweenCounts))
  await scheduleFarRestart(tx, businessId, now)
}

/** On a new day too: another day is near, and one more can be booked. */
export const scheduleFarRestart = (tx: Tx, businessId: Id<'business'>, now: Temporal.Instant): Promise<void> =>
  scheduleOnce(tx, restartFarCountJob, businessId, now.add(delay), { businessId })

/** One that waits already goes on where it is. */
export const scheduleFarStartsCount = (tx: Tx, businessId: Id<'business'>, now: Temporal.Instant): Promise<void> =>
  scheduleOnce(tx, countFarStartsJob, businessId, now.add(delay), { businessId }, now.add({ hours: 1 }))

/** Where it begins at midnight of that zone, with the first of its businesses. */
export const beginsRoll = (timeZone: string, day: string) => ({
  runAt: startOfDay(day, timeZone),
  input: { timeZone, day, after: '' },
})

/** The day after is counted too: of one business of a zone as of all. */
export function scheduleNextRoll(db: Kysely<Database>, timeZone: string, today: string): Promise<void> {
  const { runAt, input } = beginsRoll(timeZone, dayAfter(today))
  return scheduleMissing(db, rollFreeStartsJob, timeZone, runAt, input)
}

export const dayAfter = (day: string): string => Temporal.PlainDate.from(day).add({ days: 1 }).toString()
