import { newIdempotencyKey } from '@buy-locals/api-client/api'
import type { Service } from '@buy-locals/contracts/booking/shapes'
import { countBy, formatCounts } from '../report.ts'
import type { TestMarket } from '../test-market.ts'
import { cancelSession, moveAndCancel, moveByBoth, moveToOneTime, reopenNoShow } from './changes.ts'
import { moveMoneyAtOnce } from './money.ts'
import {
  addMinutes,
  book,
  bookAlternative,
  bookAtOnce,
  booked,
  checkResults,
  passTime,
  refused,
  unusedStart,
  type Round,
} from './race.ts'

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
    await passTime(race, 'PT10M1S')
    const others = refused(results).map(({ person }) => person)
    const again = await bookAtOnce(race.market, others, () => ({ serviceId, start }))
    checkResults(race, `${name}, afterwards`, again, 1)
    await bookAlternative(race, name, again)
  },
  'twenty who move to one time while thirty book it': moveToOneTime,
  'one booking, moved and cancelled at once': moveAndCancel,
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
  'money moved here and at Stripe at once': moveMoneyAtOnce,
}
