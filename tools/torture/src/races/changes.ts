import { Temporal } from 'temporal-polyfill'
import { Refusal } from '@buy-locals/api-client/refusal'
import { cancelBooking, cancelGroupSession, listBusinessBookings } from '@buy-locals/contracts/booking/operations'
import type { Id } from '@buy-locals/values/ids'
import type { Person } from '../person.ts'
import { countBy, formatCounts } from '../report.ts'
import {
  addMinutes,
  book,
  bookAtOnce,
  booked,
  checkResults,
  moveBooking,
  passTimeUntil,
  post,
  refused,
  unusedStart,
  type Race,
} from './race.ts'

/** Each of them has a time of their own, and the target is that of two people. */
export async function moveToOneTime(race: Race): Promise<void> {
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
}

/** Seats that are given up by a move or a cancellation are given up once. */
export async function moveAndCancel(race: Race): Promise<void> {
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
}

/** The booker, the business and the cancellation come at once: it is in one place or in none, and whoever was told so is right. */
export async function moveByBoth(race: Race): Promise<void> {
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
export async function reopenNoShow(race: Race): Promise<void> {
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
  await passTimeUntil(race, start)
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
export async function cancelSession(race: Race): Promise<void> {
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
