import type { DatabaseSync } from 'node:sqlite'
import { Temporal } from 'temporal-polyfill'
import type { Clock } from '../clock.ts'
import { changeSetting, setting } from './database.ts'

/** The test clock runs as far ahead of the real one as it was told, also after a restart. */
export const aheadClock =
  (db: DatabaseSync, clock: Clock): Clock =>
  () =>
    clock().add({ milliseconds: Number(setting(db, 'clock-ahead-ms') ?? 0) })

export function advanceClock(db: DatabaseSync, duration: Temporal.Duration): void {
  const more = duration.total({ unit: 'milliseconds', relativeTo: Temporal.PlainDateTime.from('2000-01-01') })
  changeSetting(db, 'clock-ahead-ms', String(Number(setting(db, 'clock-ahead-ms') ?? 0) + Math.round(more)))
}
