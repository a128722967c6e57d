import { Temporal } from 'temporal-polyfill'
import { DAY } from './dates.ts'
import { rejectField } from './parse.ts'

export type Zone = {
  /** Wall seconds since 1970 -> the instant: a skipped time moves forward by the gap, a repeated one means the first. */
  toInstant(wall: number): number
  /** The wall seconds since 1970 at an instant. */
  toWall(second: number): number
  /** The local date at an instant, in days since 1970. */
  toLocalDay(second: number): number
}

type UtcDay = { before: number; change: number; after: number }

// Asking Temporal costs microseconds, so each zone remembers the offset changes of the UTC days it has seen.
const zones = new Map<string, Zone>()

export function findZone(name: string): Zone {
  const found = zones.get(name)
  if (found) return found
  const zone = createZone(rememberOffsets(createProbe(name)))
  if (zones.size >= 64) zones.clear()
  zones.set(name, zone)
  return zone
}

function createZone(offsetAt: (second: number) => number): Zone {
  return {
    toInstant(wall) {
      const [before, after] = [offsetAt(wall - DAY), offsetAt(wall + DAY)]
      if (before === after || offsetAt(wall - before) === before) return wall - before
      return offsetAt(wall - after) === after ? wall - after : wall - before
    },
    toWall: (second) => second + offsetAt(second),
    toLocalDay: (second) => Math.floor((second + offsetAt(second)) / DAY),
  }
}

function rememberOffsets(probeAt: (second: number) => number): (second: number) => number {
  const days = new Map<number, UtcDay>()
  return (second) => {
    const day = Math.floor(second / DAY)
    let offsets = days.get(day)
    if (!offsets) {
      if (days.size >= 5_000) days.clear() // with all zones, some 30 MB
      offsets = findOffsetChange(day, days, probeAt)
      days.set(day, offsets)
    }
    return second < offsets.change ? offsets.before : offsets.after
  }
}

function findOffsetChange(day: number, days: Map<number, UtcDay>, probeAt: (second: number) => number): UtcDay {
  const before = days.get(day - 1)?.after ?? probeAt(day * DAY)
  const after = days.get(day + 1)?.before ?? probeAt((day + 1) * DAY)
  if (before === after) return { before, change: Infinity, after }
  let [unchanged, change] = [day * DAY, (day + 1) * DAY]
  while (change - unchanged > 1) {
    const middle = Math.floor((unchanged + change) / 2)
    if (probeAt(middle) === before) unchanged = middle
    else change = middle
  }
  return { before, change, after }
}

function createProbe(name: string): (second: number) => number {
  // Temporal also takes offsets and whole timestamps for zones; a business has a place.
  if (!/^[A-Za-z][\w/+-]*$/.test(name)) rejectField('timeZone', name, 'an IANA time zone')
  const probeAt = (second: number) =>
    Temporal.Instant.fromEpochMilliseconds(second * 1000).toZonedDateTimeISO(name).offsetNanoseconds / 1e9
  try {
    probeAt(0)
  } catch {
    rejectField('timeZone', name, 'an IANA time zone')
  }
  return probeAt
}
