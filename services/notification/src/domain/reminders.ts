import { Temporal } from 'temporal-polyfill'
import { isBefore } from '@buy-locals/values/time'
import { endOfQuiet, lastBeforeQuiet } from './quiet-hours.ts'

/** A day before, and two hours before. */
export const usualReminders: readonly number[] = [24 * 60, 2 * 60]

export type Visit = { start: Temporal.Instant; agreedAt: Temporal.Instant }
export type Reminder = { minutesBefore: number; at: Temporal.Instant }

/** A mail wakes nobody. An SMS waits until the quiet hours in this zone are over; where the visit begins before that, it comes before them. */
export type Manner = { quietIn?: string | undefined }

/** Those of a visit, the earliest first. None of before its time was agreed on, and one where two would come at once. */
export function remindersOf(
  { start, agreedAt }: Visit,
  minutesBefore: readonly number[],
  { quietIn }: Manner = {},
): Reminder[] {
  const all = minutesBefore
    .toSorted((a, b) => b - a)
    .map((minutes) => ({ minutesBefore: minutes, at: timeOf(start, start.subtract({ minutes }), quietIn) }))
    .filter(({ at }) => isBefore(agreedAt, at))
  return all.filter(({ at }, index) => !all[index + 1]?.at.equals(at))
}

function timeOf(start: Temporal.Instant, due: Temporal.Instant, quietIn: string | undefined): Temporal.Instant {
  const end = quietIn === undefined ? undefined : endOfQuiet(due, quietIn)
  if (end === undefined || quietIn === undefined) return due
  return isBefore(end, start) ? end : lastBeforeQuiet(due, quietIn)
}

type Span = { since: Temporal.Instant; now: Temporal.Instant }

/** What is to be sent now, of those that were due since an instant: where several were, the one nearest to the visit. */
export const dueOf = (reminders: readonly Reminder[], { since, now }: Span): Reminder | undefined =>
  reminders.findLast(({ at }) => isBefore(since, at) && !isBefore(now, at))

export const nextOf = (reminders: readonly Reminder[], now: Temporal.Instant): Temporal.Instant | undefined =>
  reminders.find(({ at }) => isBefore(now, at))?.at

/** The next reminder in any of these manners. */
export const nextOfAll = (
  visit: Visit,
  minutesBefore: readonly number[],
  manners: readonly Manner[],
  now: Temporal.Instant,
): Temporal.Instant | undefined =>
  manners
    .flatMap((manner) => nextOf(remindersOf(visit, minutesBefore, manner), now) ?? [])
    .toSorted((a, b) => Temporal.Instant.compare(a, b))[0]
