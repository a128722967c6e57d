import { chance, dayMs, type World } from './world.ts'

export type Status = 'confirmed' | 'completed' | 'cancelled' | 'no-show'
/** Who was where and when, by number: two years, whose last month is still to come. */
export type Visits = {
  count: number
  nowMs: number
  business: Uint32Array
  person: Uint32Array
  createdMs(n: number): number
  startMs(n: number): number
  status(n: number): Status
  isPaid(n: number): boolean
}

export const visitMs = 30 * 60_000
const [pastDays, aheadDays] = [730, 30]

/** Some businesses and people have far more than others: the first have hundreds of times what most have. Nobody who works there is at two visits at once. */
export function planVisits({ bookings, bookable, people }: World, nowMs: number): Visits {
  const [business, person] = [new Uint32Array(bookings), new Uint32Array(bookings)]
  const starts = new Float64Array(bookings)
  const nextFree = new Float64Array(bookable * 2)
  const createdMs = (n: number) => nowMs - (pastDays - (n / bookings) * pastDays) * dayMs
  for (let n = 0; n < bookings; n++) {
    const place = Math.floor(bookable * chance(n, 1) ** 2)
    business[n] = place
    person[n] = Math.floor(people * chance(n, 2) ** 1.5)
    const seat = place * 2 + (n % 2)
    const earliest = createdMs(n) + chance(n, 3) * aheadDays * dayMs
    const start = Math.max(Math.ceil(earliest / visitMs) * visitMs, nextFree[seat] ?? 0)
    nextFree[seat] = start + visitMs
    starts[n] = start
  }
  const startMs = (n: number) => starts[n] ?? 0
  const status = (n: number): Status => {
    const luck = chance(n, 4)
    if (luck < 0.1) return 'cancelled'
    if (startMs(n) > nowMs - 2 * visitMs) return 'confirmed'
    return luck < 0.15 ? 'no-show' : 'completed'
  }
  return { count: bookings, nowMs, business, person, createdMs, startMs, status, isPaid: (n) => chance(n, 5) < 0.45 }
}
