import { setImmediate } from 'node:timers/promises'
import type { Kysely, Transaction } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { Service } from '@buy-locals/contracts/booking/shapes'
import type { Clock } from '@buy-locals/service-kit/clock'
import { isBefore, laterOf } from '@buy-locals/values/time'
import type { BookableService } from '../domain/bookable-service.ts'
import { createInputsDigest } from './count-inputs.ts'
import { betweenCounts } from './schedule-jobs.ts'
import { countFreeStartsPerDay } from '../domain/free-starts.ts'
import type { Counted, Day } from '../persistence/availability.ts'
import type { Database } from '../persistence/database.ts'

/** Calendars read without a pause: of a hundred services of a small shop, or of a few that a hundred people give. */
export const mostCalendars = 500
/** It pauses four times as long as it worked, so that no business has more than a fifth of a worker. */
const pausePerWork = 4
const shortestPause = { seconds: 1 }

export type Count = { days: Day[]; from: string; at: Temporal.Instant }
type Dates = {
  today: Temporal.PlainDate
  dates: readonly string[]
  counted: ReadonlyMap<string, Counted>
  now: Temporal.Instant
}

/** Counts those whose inputs have changed, what was counted longest ago first, and stops where that becomes much. Returns from when on those may be counted that are left. */
export async function countChanged(
  db: Kysely<Database>,
  bookables: readonly BookableService[],
  { today, dates, counted, now }: Dates,
  save: (tx: Transaction<Database>, service: Service, count: Count) => Promise<void>,
): Promise<Temporal.Instant | undefined> {
  let calendars = 0
  for (const { bookable, from, countedAt } of await findChanged(bookables, createInputsDigest(dates, today), counted)) {
    const mayBeCounted = countedAt?.add(betweenCounts) ?? now
    if (isBefore(now, mayBeCounted)) return mayBeCounted
    if (calendars >= mostCalendars) return now
    calendars += 1 + bookable.staff.length + bookable.resources.length
    const days = countFreeStartsPerDay(bookable, dates, now)
    await db.transaction().execute((tx) => save(tx, bookable.service, { days, from, at: now }))
    await setImmediate() // large teams: others are answered between two services
  }
  return undefined
}

async function findChanged(
  bookables: readonly BookableService[],
  digestInputs: ReturnType<typeof createInputsDigest>,
  counted: ReadonlyMap<string, Counted>,
) {
  const changed: { bookable: BookableService; from: string; countedAt: Temporal.Instant | undefined }[] = []
  for (const bookable of bookables) {
    const last = counted.get(bookable.service.id)
    const from = digestInputs(bookable)
    if (last?.from !== from) changed.push({ bookable, from, countedAt: last?.at })
    await setImmediate()
  }
  const ms = ({ countedAt }: (typeof changed)[number]) => countedAt?.epochMilliseconds ?? 0
  return changed.toSorted((a, b) => ms(a) - ms(b))
}

/** When a business whose count was begun then goes on with what may be counted from `left` on. */
export const findTurn = (clock: Clock, begun: Temporal.Instant, left = begun): Temporal.Instant =>
  laterOf(pauseAfter(clock, begun).add(shortestPause), left)

export const pauseAfter = (clock: Clock, begun: Temporal.Instant): Temporal.Instant =>
  clock().add({ milliseconds: Math.round(begun.until(clock()).total('milliseconds') * pausePerWork) })
