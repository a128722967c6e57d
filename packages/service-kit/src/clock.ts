import { Temporal } from 'temporal-polyfill'
import type { Clock } from '@buy-locals/values/time'

export type { Clock } from '@buy-locals/values/time'

export const systemClock: Clock = () => Temporal.Instant.fromEpochMilliseconds(Date.now())

/** A clock that somebody may move ahead. `base` is the system's (TEST_CLOCK), or a fixed instant in tests. */
export function movableClock(base: Clock = systemClock): {
  clock: Clock
  advance(by: Temporal.Duration | string): void
} {
  let ahead = Temporal.Duration.from({ seconds: 0 })
  return {
    clock: () => base().add(ahead),
    advance: (by) => {
      ahead = ahead.add(inHours(Temporal.Duration.from(by)))
    },
  }
}

/** Elapsed time has no months: a day is 24 hours here. */
function inHours(duration: Temporal.Duration): Temporal.Duration {
  return duration.round({ largestUnit: 'hour', relativeTo: Temporal.ZonedDateTime.from('2000-01-01T00:00Z[UTC]') })
}

/** How far the clock has been moved, in seconds. */
export const timeAhead = (clock: Clock): number =>
  Math.round((clock().epochMilliseconds - systemClock().epochMilliseconds) / 1_000)
