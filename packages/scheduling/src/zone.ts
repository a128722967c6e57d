import { Temporal } from 'temporal-polyfill'
import { DAY } from './calendar.ts'
import { refuse } from './refuse.ts'

export type Zone = {
  /** Wall seconds since 1970 -> the instant: a skipped time moves forward by the gap, a repeated one means the first. */
  instantOf(wall: number): number
  /** The local date at an instant, in days since 1970. */
  dayAt(second: number): number
}

type UtcDay = { before: number; change: number; after: number }

// Asking Temporal costs microseconds, so each zone remembers the offsets of the UTC days it was asked about.
const known = new Map<string, Zone>()

export function zoneNamed(name: string): Zone {
  const found = known.get(name)
  if (found) return found
  const zone = zoneOf(offsetsOf(probe(name)))
  if (known.size > 600) known.clear()
  known.set(name, zone)
  return zone
}

function zoneOf(offsetAt: (second: number) => number): Zone {
  return {
    instantOf(wall) {
      const [before, after] = [offsetAt(wall - DAY), offsetAt(wall + DAY)]
      if (before === after || offsetAt(wall - before) === before) return wall - before
      return offsetAt(wall - after) === after ? wall - after : wall - before
    },
    dayAt: (second) => Math.floor((second + offsetAt(second)) / DAY),
  }
}

function offsetsOf(probeAt: (second: number) => number): (second: number) => number {
  const days = new Map<number, UtcDay>()
  return (second) => {
    const day = Math.floor(second / DAY)
    let offsets = days.get(day)
    if (!offsets) {
      if (days.size > 20_000) days.clear()
      offsets = utcDay(day, days, probeAt)
      days.set(day, offsets)
    }
    return second < offsets.change ? offsets.before : offsets.after
  }
}

function utcDay(day: number, days: Map<number, UtcDay>, probeAt: (second: number) => number): UtcDay {
  const before = days.get(day - 1)?.after ?? probeAt(day * DAY)
  const after = days.get(day + 1)?.before ?? probeAt((day + 1) * DAY)
  if (before === after) return { before, change: Infinity, after }
  let [still, change] = [day * DAY, (day + 1) * DAY]
  while (change - still > 1) {
    const middle = Math.floor((still + change) / 2)
    if (probeAt(middle) === before) still = middle
    else change = middle
  }
  return { before, change, after }
}

function probe(name: string): (second: number) => number {
  // Temporal also takes offsets and whole timestamps for zones; a business has a place.
  if (!/^[A-Za-z][\w/+-]*$/.test(name)) refuse('timeZone', name, 'an IANA time zone')
  const probeAt = (second: number) =>
    Temporal.Instant.fromEpochMilliseconds(second * 1000).toZonedDateTimeISO(name).offsetNanoseconds / 1e9
  try {
    probeAt(0)
  } catch {
    refuse('timeZone', name, 'an IANA time zone')
  }
  return probeAt
}
