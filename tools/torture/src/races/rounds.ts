import { Temporal } from 'temporal-polyfill'
import { newIdempotencyKey } from '@buy-locals/api-client/api'
import { Refusal } from '@buy-locals/api-client/refusal'
import { cancelBooking, cancelGroupSession, listBusinessBookings } from '@buy-locals/contracts/booking/operations'
import type { Service } from '@buy-locals/contracts/booking/shapes'
import type { Id } from '@buy-locals/values/ids'
import { advanceClock, readClock } from '../clock.ts'
import type { Person } from '../person.ts'
import { countBy, formatCounts, type Expect } from '../report.ts'
import type { TestMarket } from '../test-market.ts'

type BookingRequest = { serviceId: Id<'service'>; start: string; staffId?: Id<'staff'>; partySize?: number }
type Start = { start: string; end: string; staffIds?: Id<'staff'>[] }
type Result = {
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
type Round = (race: Race) => Promise<void>

/** A bare request: a race is about the first response, not about a client that retries. */
async function book(
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

async function post(market: TestMarket, person: Person, path: string, body: object): Promise<number> {
  const headers = { ...person.headers(), 'content-type': 'application/json' }
  const response = await fetch(`${market.url}${path}`, { method: 'POST', headers, body: JSON.stringify(body) })
  await response.text()
  return response.status
}

const moveBooking = (market: TestMarket, person: Person, id: Id<'booking'>, start: string) =>
  post(market, person, `/v1/bookings/${id}/reschedule`, { start })

const bookAtOnce = (
  market: TestMarket,
  people: readonly Person[],
  requestFor: (n: number) => BookingRequest,
): Promise<Result[]> => Promise.all(people.map((person, n) => book(market, person, requestFor(n))))

const booked = (results: readonly Result[]) => results.filter(({ status }) => status === 201)
const refused = (results: readonly Result[]) => results.filter(({ status }) => status !== 201)

/** At least an hour from the start of any other round, so that rounds do not affect each other. */
async function unusedStart({ market, starts }: Race, service: Service): Promise<string> {
  const free = await market.freeStarts(service, 14)
  const isUnused = (start: string) =>
    [...starts].every((other) => Math.abs(Date.parse(start) - Date.parse(other)) > 3_600_000)
  const start = free.slice(12).find(isUnused)
  if (!start) throw new Error(`No start of ${service.name} is free`)
  starts.add(start)
  return start
}

const addMinutes = (start: string, minutes: number) => Temporal.Instant.from(start).add({ minutes }).toString()

function checkResults(race: Race, name: string, results: Result[], expectedBookings: number): void {
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
async function bookAlternative(race: Race, name: string, results: Result[]): Promise<void> {
  const first = refused(results)[0]
  const start = first?.alternatives[0]?.start
  if (!first || !start) return race.expect(false, `${name}: nobody was offered an alternative`)
  const second = await book(race.market, first.person, { ...first.request, start })
  race.results.push(second)
  race.starts.add(start)
  race.expect(second.status === 201, `${name}: the alternative ${start} responded ${second.status} ${second.code}`)
}

const sameStart =
  (name: string, serviceOf: (market: TestMarket) => Service, expectedBookings: number, partySize = 1): Round =>
  async (race) => {
    const service = serviceOf(race.market)
    const start = await unusedStart(race, service)
    const results = await bookAtOnce(race.market, race.people, () => ({ serviceId: service.id, start, partySize }))
    checkResults(race, name, results, expectedBookings)
    await bookAlternative(race, name, results)
  }

export const rounds: Record<string, Round> = {
  'one person, one time': sameStart('one person, one time', ({ services }) => services.atVenue, 1),
  'anyone of two people': sameStart('anyone of two people', ({ services }) => services.anyone, 2),
  'a person and the only room': sameStart('a person and the only room', ({ services }) => services.massage, 1),
  'five seats': sameStart('five seats', ({ services }) => services.group, 5),
  'five seats, two by two': sameStart('five seats, two by two', ({ services }) => services.group, 2, 2),
  'overlapping times': async (race) => {
    const { id: serviceId } = race.market.services.atVenue
    const start = await unusedStart(race, race.market.services.atVenue)
    const results = await bookAtOnce(race.market, race.people, (n) => ({
      serviceId,
      start: addMinutes(start, 5 * (n % 6)),
    }))
    checkResults(race, 'overlapping times', results, 1)
  },
  'two services, one room': async (race) => {
    const { massage, sauna } = race.market.services
    const start = await unusedStart(race, sauna)
    const results = await bookAtOnce(race.market, race.people, (n) => ({
      serviceId: n % 2 ? massage.id : sauna.id,
      start: addMinutes(start, 5 * (n % 3)),
    }))
    checkResults(race, 'two services, one room', results, 1)
  },
  'a hold that expires': async (race) => {
    const name = 'a hold that expires'
    const { id: serviceId } = race.market.services.paid
    const start = await unusedStart(race, race.market.services.paid)
    const results = await bookAtOnce(race.market, race.people, () => ({ serviceId, start }))
    checkResults(race, name, results, 1)
    await advanceClock(race.market, 'PT10M1S')
    await Promise.all(race.people.map((person) => person.renew()))
    const others = refused(results).map(({ person }) => person)
    const again = await bookAtOnce(race.market, others, () => ({ serviceId, start }))
    checkResults(race, `${name}, afterwards`, again, 1)
    await bookAlternative(race, name, again)
  },
  'twenty who move to one time while thirty book it': async (race) => {
    const name = 'twenty who move to one time while thirty book it'
    const { id: serviceId } = race.market.services.anyone
    const target = await unusedStart(race, race.market.services.anyone)
    const movers: { person: Person; id: Id<'booking'>; start: string }[] = []
    for (const person of race.people.slice(0, 20)) {
      const start = await unusedStart(race, race.market.services.anyone)
      const { booking } = await book(race.market, person, { serviceId, start })
      if (booking) movers.push({ person, id: booking.id, start })
    }
    const [moved, results] = await Promise.all([
      Promise.all(movers.map(({ person, id }) => moveBooking(race.market, person, id, target))),
      bookAtOnce(race.market, race.people.slice(20), () => ({ serviceId, start: target })),
    ])
    race.rounds += 1
    race.results.push(...results)
    const statuses = [...moved, ...results.map(({ status }) => status)]
    const got = statuses.filter((status) => status === 200 || status === 201).length
    race.expect(got === 2, `${name}: ${got} have the time of two people`)
    const others = statuses.filter((status) => ![200, 201, 409].includes(status))
    race.expect(
      others.length === 0,
      `${name}: besides 200, 201 and 409 there was ${formatCounts(countBy(others.map(String)))}`,
    )
    const back = await Promise.all(movers.map(({ person, id, start }) => moveBooking(race.market, person, id, start)))
    race.expect(
      back.every((status) => status === 200),
      `${name}: somebody lost the time they had`,
    )
  },
  'one booking, moved and cancelled at once': async (race) => {
    const name = 'one booking, moved and cancelled at once'
    const { id: serviceId } = race.market.services.group
    const [first, second] = [
      await unusedStart(race, race.market.services.group),
      await unusedStart(race, race.market.services.group),
    ]
    const five = race.people.slice(0, 5)
    const made = await bookAtOnce(race.market, five, () => ({ serviceId, start: first }))
    const ids = made.flatMap(({ booking, person }) => (booking ? [{ id: booking.id, person }] : []))
    await Promise.all(
      ids.flatMap(({ id, person }) => [
        moveBooking(race.market, person, id, second),
        post(race.market, person, `/v1/bookings/${id}/cancellation`, {}),
      ]),
    )
    const again = await bookAtOnce(race.market, race.people.slice(5), () => ({ serviceId, start: second }))
    checkResults(race, `${name}, afterwards`, again, 5)
  },
  'one request, sent fifty times': async (race) => {
    const { id: serviceId } = race.market.services.atVenue
    const start = await unusedStart(race, race.market.services.atVenue)
    const [person] = race.people
    if (!person) return
    const key = newIdempotencyKey()
    const results = await Promise.all(race.people.map(() => book(race.market, person, { serviceId, start }, key)))
    race.rounds += 1
    race.results.push(...results)
    const ids = new Set(booked(results).map(({ booking }) => booking?.id))
    const others = refused(results).filter(({ code }) => code !== 'idempotency/in-progress')
    const counts = countBy(others.map(({ code }) => code))
    race.expect(ids.size === 1, `one request became ${ids.size} bookings`)
    race.expect(others.length === 0, `one request was also refused: ${formatCounts(counts)}`)
  },
  'a session cancelled for everyone': cancelSession,
  'one booking, moved by both and cancelled': moveByBoth,
  'a no-show taken back while others book its time': reopenNoShow,
}

/** The booker, the business and the cancellation come at once: it is in one place or in none, and whoever was told so is right. */
async function moveByBoth(race: Race): Promise<void> {
  const { market, people, expect } = race
  const name = 'one booking, moved by both and cancelled'
  const { atVenue } = market.services
  const starts = [await unusedStart(race, atVenue), await unusedStart(race, atVenue), await unusedStart(race, atVenue)]
  const [person] = people
  const [first = '', byBooker = '', byOwner = ''] = starts
  if (!person) return
  const made = await book(market, person, { serviceId: atVenue.id, start: first })
  race.rounds += 1
  race.results.push(made)
  const { booking } = made
  if (!booking) return expect(false, `${name}: it was not booked`)
  const statuses = await Promise.all([
    moveBooking(market, person, booking.id, byBooker),
    moveBooking(market, market.owner, booking.id, byOwner),
    ...Array.from({ length: 8 }, (_, n) => moveBooking(market, n % 2 ? person : market.owner, booking.id, first)),
  ])
  expect(
    statuses.every((status) => status === 200),
    `${name}: ${formatCounts(countBy(statuses))}`,
  )
  const cancelled = post(market, person, `/v1/bookings/${booking.id}/cancellation`, {})
  const [status, ...moved] = await Promise.all([cancelled, moveBooking(market, market.owner, booking.id, byOwner)])
  expect(status === 200, `${name}: the cancellation responded ${status}`)
  expect(moved.every((other) => [200, 409].includes(other)), `${name}: a move responded ${formatCounts(countBy(moved))}`) // prettier-ignore
  const again = await Promise.all(starts.map((start) => book(market, person, { serviceId: atVenue.id, start })))
  race.results.push(...again)
  expect(booked(again).length === starts.length, `${name}: it left a time taken: ${formatCounts(countBy(again.map(({ code }) => code)))}`) // prettier-ignore
}

/** A no-show gives what is left of its time back. Taken back, it has it again or somebody else does; then the booker objects, and one decision counts. */
async function reopenNoShow(race: Race): Promise<void> {
  const { market, people, expect } = race
  const name = 'a no-show taken back while others book its time'
  const { atVenue } = market.services
  const start = await unusedStart(race, atVenue)
  const [person] = people
  if (!person) return
  const made = await book(market, person, { serviceId: atVenue.id, start })
  race.rounds += 1
  race.results.push(made)
  const { booking } = made
  if (!booking) return expect(false, `${name}: it was not booked`)
  await advanceClock(market, (await readClock(market)).until(start).add({ minutes: 1 }).toString())
  await Promise.all([...people, market.owner, market.operator].map((one) => one.renew()))
  const act = (by: Person, what: string, body: object = {}) =>
    post(market, by, `/v1/bookings/${booking.id}/${what}`, body)
  expect((await act(market.owner, 'no-show')) === 200, `${name}: it is no no-show`)
  const inRest = { serviceId: atVenue.id, start: addMinutes(start, 10) }
  const [rivals, reopenings] = await Promise.all([
    bookAtOnce(market, people.slice(1, 21), () => inRest),
    Promise.all(Array.from({ length: 5 }, () => act(market.owner, 'reopening'))),
  ])
  const odd = countBy(refused(rivals).flatMap(({ code }) => (code === 'booking/slot-taken' ? [] : code)))
  expect(Object.keys(odd).length === 0, `${name}: others were refused: ${formatCounts(odd)}`)
  race.results.push(...rivals)
  const reopened = reopenings.filter((status) => status === 200).length
  const got = reopened + booked(rivals).length
  expect(
    got === 1,
    `${name}: ${formatCounts(countBy(reopenings))} of reopenings and ${booked(rivals).length} others have its time`,
  )
  const complaints = await Promise.all([1, 2, 3].map(() => act(person, 'complaint', { text: 'I was there.' })))
  expect(complaints.filter((status) => status === 200).length === 1, `${name}: complaints: ${formatCounts(countBy(complaints))}`) // prettier-ignore
  const decision = { outcome: 'released', reason: 'The door was open.' }
  const decisions = await Promise.all([1, 2, 3].map(() => act(market.operator, 'complaint/decision', decision)))
  expect(decisions.filter((status) => status === 200).length === 1, `${name}: decisions: ${formatCounts(countBy(decisions))}`) // prettier-ignore
}

/** While the business cancels a group session, some cancel their own seat and others book one: nobody is left in it. */
async function cancelSession(race: Race): Promise<void> {
  const { market, people, expect } = race
  const name = 'a session cancelled for everyone'
  const { id: serviceId } = market.services.group
  const start = await unusedStart(race, market.services.group)
  const early = await bookAtOnce(market, people.slice(0, 3), () => ({ serviceId, start }))
  const params = { businessId: market.businessId }
  const date = Temporal.Instant.from(start).toZonedDateTimeISO('America/Boise').toPlainDate().toString()
  const readSession = async () => {
    const { items } = await market.owner.call(listBusinessBookings, { params, query: { from: date, to: date } })
    return items.filter((booking) => booking.serviceId === serviceId && booking.start === start)
  }
  const groupSessionId = (await readSession())[0]?.groupSessionId
  if (!groupSessionId) return expect(false, `${name}: the board names no session`)
  const body = { reason: 'Ben is ill' }
  const [late, { cancelled }] = await Promise.all([
    bookAtOnce(market, people.slice(3, 23), () => ({ serviceId, start })),
    market.owner.call(cancelGroupSession, { params: { ...params, groupSessionId }, body }),
    ...early.slice(0, 1).map(({ person, booking }) => booking && cancelOwn(person, booking.id)),
  ])
  race.rounds += 1
  race.results.push(...early, ...late)
  const odd = refused(late).filter(({ code }) => code !== 'booking/slot-taken')
  expect(odd.length === 0, `${name}: besides 201 and slot-taken there was ${formatCounts(countBy(odd.map(({ status, code }) => `${status} ${code}`)))}`) // prettier-ignore
  expect(cancelled >= 2, `${name}: ${cancelled} were cancelled`)
  const left = (await readSession()).filter(({ status }) => status !== 'cancelled')
  expect(left.length === 0, `${name}: ${left.length} still have a seat`)
}

/** The business may be faster. */
async function cancelOwn(person: Person, bookingId: Id<'booking'>): Promise<void> {
  await person.call(cancelBooking, { params: { bookingId }, body: {} }).catch((error: unknown) => {
    if (!(error instanceof Refusal && error.code === 'booking/wrong-state')) throw error
  })
}
