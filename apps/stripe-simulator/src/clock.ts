import type { DatabaseSync } from 'node:sqlite'
import { Temporal } from 'temporal-polyfill'
import { changeSetting, setting } from './database/database.ts'

export type Clock = () => Temporal.Instant

export const systemClock: Clock = () => Temporal.Now.instant()

const aheadMs = (db: DatabaseSync) => Number(setting(db, 'clock-ahead-ms') ?? 0)

/** The test clock stays as far ahead of the real one as it was moved, also after a restart. */
export const testClock =
  (db: DatabaseSync, clock: Clock): Clock =>
  () =>
    clock().add({ milliseconds: aheadMs(db) })

export function advanceClock(db: DatabaseSync, duration: Temporal.Duration): void {
  const more = duration.total({ unit: 'milliseconds', relativeTo: Temporal.PlainDateTime.from('2000-01-01') })
  changeSetting(db, 'clock-ahead-ms', String(aheadMs(db) + Math.round(more)))
}
