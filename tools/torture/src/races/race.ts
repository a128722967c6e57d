import { Temporal } from 'temporal-polyfill'
import { newIdempotencyKey } from '@buy-locals/api-client/api'
import type { Service } from '@buy-locals/contracts/booking/shapes'
import type { Id } from '@buy-locals/values/ids'
import { advanceClock, readClock } from '../clock.ts'
import type { Person } from '../person.ts'
import { countBy, formatCounts, type Expect } from '../report.ts'
import type { TestMarket } from '../test-market.ts'

export type BookingRequest = { serviceId: Id<'service'>; start: string; staffId?: Id<'staff'>; partySize?: number }
type Start = { start: string; end: string; staffIds?: Id<'staff'>[] }
export type Result = {
  person: Person
  request: BookingRequest
  status: number
  code: string
  ms: number
  booking?: { id: Id<'booking'>; status: string; start: string; end: string; staffId?: Id<'staff'> }
  alternatives: Start[]
}

export type Race = {
  market: TestMarket
  people: Person[]
  expect: Expect
  rounds: number
  results: Result[]
  starts: Set<string>
}
export type Round = (race: Race) => Promise<void>

/** A bare request: a race is about the first response, not about a client that retries. */
export async function book(
  market: TestMarket,
  person: Person,
  request: BookingRequest,
  key = newIdempotencyKey(),
): Promise<Result> {
  const began = performance.now()
  const response = await fetch(`${market.url}/v1/bookings`, {
    method: 'POST',
    headers: { ...person.headers(), 'content-type': 'application/json', 'idempotency-key': key },
    body: JSON.stringify({ businessId: market.businessId, ...request }),
  })
  const ms = performance.now() - began
  const body = (await response.json()) as Result['booking'] & { code?: string; alternatives?: Start[] }
  const { status } = response
  return {
    ...{ person, request, status, ms, code: body?.code ?? '', alternatives: body?.alternatives ?? [] },
    ...(status === 201 && { booking: body }),
  }
}

export async function post(market: TestMarket, person: Person, path: string, body: object): Promise<number> {
  const headers = { ...person.headers(), 'content-type': 'application/json' }
  const response = await fetch(`${market.url}${path}`, { method: 'POST', headers, body: JSON.stringify(body) })
  await response.text()
  return response.status
}

export const moveBooking = (market: TestMarket, person: Person, id: Id<'booking'>, start: string) =>
  post(market, person, `/v1/bookings/${id}/reschedule`, { start })

export const bookAtOnce = (
  market: TestMarket,
  people: readonly Person[],
  requestFor: (n: number) => BookingRequest,
): Promise<Result[]> => Promise.all(people.map((person, n) => book(market, person, requestFor(n))))

export const booked = (results: readonly Result[]) => results.filter(({ status }) => status === 201)
export const refused = (results: readonly Result[]) => results.filter(({ status }) => status !== 201)

/** At least an hour from the start of any other round, so that rounds do not affect each other. */
export async function unusedStart({ market, starts }: Race, service: Service): Promise<string> {
  const free = await market.freeStarts(service, 14)
  const isUnused = (start: string) =>
    [...starts].every((other) => Math.abs(Date.parse(start) - Date.parse(other)) > 3_600_000)
  const start = free.slice(12).find(isUnused)
  if (!start) throw new Error(`No start of ${service.name} is free`)
  starts.add(start)
  return start
}

export const addMinutes = (start: string, minutes: number) => Temporal.Instant.from(start).add({ minutes }).toString()

export function checkResults(race: Race, name: string, results: Result[], expectedBookings: number): void {
  race.rounds += 1
  race.results.push(...results)
  const { expect } = race
  const others = results.filter(({ status, code }) => status !== 201 && code !== 'booking/slot-taken')
  const counts = countBy(others.map(({ status, code }) => `${status} ${code}`))
  expect(others.length === 0, `${name}: besides 201 and slot-taken there was ${formatCounts(counts)}`)
  const count = booked(results).length
  expect(count === expectedBookings, `${name}: ${count} booked instead of ${expectedBookings}`)
  const withoutAlternative = refused(results).filter(
    ({ alternatives, request }) => !alternatives.some(({ start }) => start !== request.start),
  )
  expect(withoutAlternative.length === 0, `${name}: ${withoutAlternative.length} were refused without an alternative`)
}

/** An alternative that a refusal offers can be booked. */
export async function bookAlternative(race: Race, name: string, results: Result[]): Promise<void> {
  const first = refused(results)[0]
  const start = first?.alternatives[0]?.start
  if (!first || !start) return race.expect(false, `${name}: nobody was offered an alternative`)
  const second = await book(race.market, first.person, { ...first.request, start })
  race.results.push(second)
  race.starts.add(start)
  race.expect(second.status === 201, `${name}: the alternative ${start} responded ${second.status} ${second.code}`)
}

/** Whoever takes part has a token that is valid afterwards. */
export async function passTime({ market, people }: Race, duration: string): Promise<void> {
  await advanceClock(market, duration)
  await Promise.all([...people, market.owner, market.operator].map((person) => person.renew()))
}

export async function passTimeUntil(race: Race, start: string): Promise<void> {
  await passTime(race, (await readClock(race.market)).until(start).add({ minutes: 1 }).toString())
}
