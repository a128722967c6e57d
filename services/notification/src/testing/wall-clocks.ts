/** Every kind of change there is: whole hours, half an hour, at midnight, in the evening, in both hemispheres, and none. */
export const zones = [
  ...['America/Boise', 'America/New_York', 'America/Santiago', 'America/Nuuk', 'America/Havana', 'America/St_Johns'],
  ...['Europe/London', 'Europe/Paris', 'Atlantic/Azores', 'Africa/Cairo', 'Africa/Casablanca', 'Asia/Beirut'],
  ...['Asia/Jerusalem', 'Australia/Lord_Howe', 'Australia/Sydney', 'Pacific/Auckland', 'Pacific/Chatham', 'Asia/Kolkata'],
] // prettier-ignore

export const from = Date.UTC(2026, 0, 1)
export const until = Date.UTC(2028, 0, 1)
export const [minute, hour] = [60_000, 3_600_000]

type Clock = (ms: number) => { hours: number; minutes: number }
const clocks = new Map<string, Clock>()

/** Wall clocks by Intl alone, which shares nothing with Temporal. What was read once is remembered: whoever walks reads the same minutes often. */
export function clockOf(zone: string): Clock {
  const clock = clocks.get(zone) ?? makeClock(zone)
  clocks.set(zone, clock)
  return clock
}

function makeClock(zone: string): Clock {
  const format = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }) // prettier-ignore
  const times = new Map<number, ReturnType<Clock>>()
  return (ms) => {
    const [hours = 0, minutes = 0] = times.has(ms) ? [] : format.format(ms).split(':').map(Number)
    const time = times.get(ms) ?? { hours, minutes }
    times.set(ms, time)
    return time
  }
}

/** The instants at which clocks change in two years, to the minute. */
function changesOf(zone: string): number[] {
  const read = clockOf(zone)
  const offset = (ms: number) => {
    const { hours, minutes } = read(ms)
    return (((hours * 60 + minutes) * minute - (ms % (24 * hour))) % (24 * hour) + 24 * hour) % (24 * hour) // prettier-ignore
  }
  const changes: number[] = []
  for (let ms = from; ms < until; ms += hour)
    if (offset(ms) !== offset(ms + hour)) {
      let change = ms
      while (offset(change) === offset(change + minute)) change += minute
      changes.push(change + minute)
    }
  return changes
}

export const changesIn: ReadonlyMap<string, readonly number[]> = new Map(zones.map((zone) => [zone, changesOf(zone)]))
