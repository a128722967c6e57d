import type { TwoMarkets } from '@buy-locals/torture/two-markets/two-markets'
import { planVisits, visitMs, type Visits } from './visits.ts'
import { at, chance, dayMs, idAt, type World } from './world.ts'

const firstNames = ['Oak', 'River', 'Stone', 'Corner', 'Golden', 'North', 'Market', 'Union', 'Maple', 'Harbor', 'Star', 'Garden', 'Bridge', 'Mill', 'Park'] // prettier-ignore
export const kinds = ['hair', 'beauty', 'spa', 'fitness', 'yoga', 'restaurant', 'cafe', 'bakery', 'auto', 'repair', 'music', 'shop'] // prettier-ignore
export const schemas = ['auth', 'business', 'booking', 'payment', 'review', 'notification']

export type Plan = ReturnType<typeof planRows>

/** What every schema calls the same things. Number 0 is the business and the consumer whom the requests are about: they have the most of everything. */
export function planRows({ ours, people, bookings, subjects }: TwoMarkets, world: World, nowMs: number) {
  const [subject] = subjects
  if (!subject) throw new Error('Nobody books')
  const visits = planVisits(world, nowMs)
  const ids = idsOf(ours, people.consumer.id, visits, nowMs)
  return {
    ...{ world, nowMs, visits, ids, ours, consumerId: people.consumer.id },
    /** A booking that the product has made, which all others are like. */
    paidId: bookings.paid(subject).id,
    marketOf: (n: number) => ids.market(n % world.markets),
    nameOf: (n: number) => `${firstNames[n % 15]} ${firstNames[Math.floor(n / 15) % 15]} ${kinds[n % 12]} ${n}`,
    email: (n: number) => `person-${n}@example.com`,
    ofVisit: columnsOfVisits(visits, ids, world),
  }
}

/** What a booking says, by its number. */
function columnsOfVisits(visits: Visits, ids: Ids, { markets }: World) {
  const start = (n: number) => at(visits.startMs(n))
  const end = (n: number) => at(visits.startMs(n) + visitMs)
  const place = (n: number) => visits.business[n] ?? 0
  const isOver = (n: number) => visits.status(n) === 'completed' || visits.status(n) === 'no-show'
  return {
    start,
    end,
    created: (n: number) => at(visits.createdMs(n)),
    over: (n: number) => (isOver(n) ? end(n) : null),
    complaintsEnd: (n: number) => (isOver(n) ? at(visits.startMs(n) + 3 * dayMs) : null),
    isFinal: (n: number) => visits.startMs(n) < visits.nowMs - 4 * dayMs,
    business: (n: number) => ids.business(place(n)),
    market: (n: number) => ids.market(place(n) % markets),
    staff: (n: number) => ids.staff(2 * place(n) + (n % 2)),
    service: (n: number) => ids.service(2 * place(n) + (n % 2)),
    person: (n: number) => ids.person(visits.person[n] ?? 0),
  }
}

type Ids = ReturnType<typeof idsOf>

function idsOf(ours: TwoMarkets['ours'], consumerId: string, { createdMs }: Visits, nowMs: number) {
  const numbered = (prefix: string) => (n: number) => idAt(prefix, nowMs - 800 * dayMs, n)
  const [business, person, market] = [numbered('biz'), numbered('per'), numbered('mkt')]
  return {
    business: (n: number): string => (n === 0 ? ours.id : business(n)),
    person: (n: number): string => (n === 0 ? consumerId : person(n)),
    market: (n: number): string => (n === 0 ? ours.marketId : market(n)),
    service: numbered('svc'),
    staff: numbered('stf'),
    booking: (n: number) => idAt('bkg', createdMs(n), n),
    customer: (n: number) => idAt('cus', createdMs(n), n),
    payment: (n: number) => idAt('pay', createdMs(n), n),
  }
}

/** Around the town of its market, which number 0 shares with every so manieth. */
export function pointOf(n: number, markets: number): { lat: number; lon: number } {
  const town = n % markets
  const [lat, lon] = town === 0 ? [43.615, -116.2] : [30 + (town % 15) * 1.2, -118 + Math.floor(town / 15) * 3]
  return { lat: lat + (chance(n, 8) + chance(n, 9) - 1) * 0.2, lon: lon + (chance(n, 10) + chance(n, 11) - 1) * 0.2 }
}
