import { setImmediate } from 'node:timers/promises'
import type { Kysely, Transaction } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { Service } from '@buy-locals/contracts/booking/shapes'
import type { Clock } from '@buy-locals/service-kit/clock'
import type { BookableService } from '../domain/bookable-service.ts'
import { createInputsDigest } from './count-inputs.ts'
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

/** Counts those whose inputs have changed, what was counted longest ago first, and stops where that becomes much. Returns whether any are left. */
export async function countChanged(
  db: Kysely<Database>,
  bookables: readonly BookableService[],
  { today, dates, counted, now }: Dates,
  save: (tx: Transaction<Database>, service: Service, count: Count) => Promise<void>,
): Promise<boolean> {
  let calendars = 0
  for (const { bookable, from } of await findChanged(bookables, createInputsDigest(dates, today), counted)) {
    if (calendars >= mostCalendars) return true
    calendars += 1 + bookable.staff.length + bookable.resources.length
    const days = countFreeStartsPerDay(bookable, dates, now)
    await db.transaction().execute((tx) => save(tx, bookable.service, { days, from, at: now }))
    await setImmediate() // large teams: others are answered between two services
  }
  return false
}

async function findChanged(
  bookables: readonly BookableService[],
  digestInputs: ReturnType<typeof createInputsDigest>,
  counted: ReadonlyMap<string, Counted>,
) {
  const changed: { bookable: BookableService; from: string; countedAt: number }[] = []
  for (const bookable of bookables) {
    const last = counted.get(bookable.service.id)
    const from = digestInputs(bookable)
    if (last?.from !== from) changed.push({ bookable, from, countedAt: last?.at?.epochMilliseconds ?? 0 })
    await setImmediate()
  }
  return changed.toSorted((a, b) => a.countedAt - b.countedAt)
}

/** When a business whose count was begun then goes on with it. */
export const findTurn = (clock: Clock, begun: Temporal.Instant): Temporal.Instant =>
  pauseAfter(clock, begun).add(shortestPause)

export const pauseAfter = (clock: Clock, begun: Temporal.Instant): Temporal.Instant =>
  clock().add({ milliseconds: Math.round(begun.until(clock()).total('milliseconds') * pausePerWork) })
