import { readFile } from 'node:fs/promises'
import { setTimeout } from 'node:timers/promises'
import { Temporal } from 'temporal-polyfill'
import { enrolPerson } from '@buy-locals/auth/use-cases/enrol-person'
import { api, type Api } from '@buy-locals/api-client/api'
import { markNotificationsRead } from '@buy-locals/contracts/notification/operations'
import type { Outside as BusinessDeps } from '@buy-locals/business/deps'
import { ensureMarket } from '@buy-locals/business/use-cases/ensure-market'
import { importOpenData } from '@buy-locals/business/use-cases/import-open-data'
import { newId, type Id } from '@buy-locals/values/ids'
import { localDateOf } from '@buy-locals/values/time'
import type { Running } from '../start.ts'
import { care } from './care.ts'
import { craft } from './craft.ts'
import { bookVisit, pick, reviewVisit, takeCalls, type Visit } from './life.ts'
import { openBusiness, type Opened } from './opening.ts'
import { townLife } from './town-life.ts'
import { dice, neighbours } from './voices.ts'

export type Person = { id: Id<'person'>; name: string }

export type Town = {
  as(person: Person): Api
  admin: Person
  business: BusinessDeps
  stripeApiBase: string | undefined
}

type Wanted = {
  running: Running
  password: string
  /** Moves the time of every service; the town is lived through from four weeks ago until today. */
  moveTime(by: string): void
}

const zone = 'America/Boise'
const weeks = 4

/** A market with real places and thirty businesses, whose bookings and reviews were really booked and written. */
export async function openDemoTown({ running, password, moveTime }: Wanted): Promise<void> {
  const { composed, stripeApiBase, settle } = running
  const { auth, business } = composed
  const enrol = async (name: string, mail: string): Promise<Person> => {
    const email = `${mail}@demo.example`
    return { id: (await enrolPerson(auth, { email, name, password })).personId, name }
  }
  const market = await ensureMarket(business, {
    slug: 'boise',
    name: 'Boise',
    location: { lat: 43.615, lon: -116.2023 },
    timeZone: zone,
    currency: 'USD',
    feeBasisPoints: 500,
    complaintHours: 0,
  })
  const role = { scope: 'platform', role: 'admin' } as const
  const { personId } = await enrolPerson(auth, { email: 'admin@demo.example', name: 'Ada Market', password, role })
  const admin = { id: personId, name: 'Ada Market' }
  const rows = await readFile(new URL(import.meta.resolve('@buy-locals/business/data/boise.cc0.jsonl')), 'utf8')
  await importOpenData(
    business,
    rows
      .trim()
      .split('\n')
      .map((row): unknown => JSON.parse(row)),
    market,
  )

  const as = (person: Person) =>
    api({
      baseUrl: running.insideUrl,
      headers: async () => ({
        authorization: `Bearer ${(await auth.tokens.access(person.id, newId('session'))).token}`,
      }),
      patience: 10,
    })
  const town: Town = { as, admin, business, stripeApiBase }
  const roll = dice(83702)
  const consumers = [await enrol('Connie Sumner', 'consumer')]
  for (const [n, name] of neighbours.entries()) consumers.push(await enrol(name, `neighbour${n + 1}`))
  const owners = [await enrol('Owen Burke', 'owner')]
  for (const [n, name] of ['Grace Holm', 'Isaac Reyes', 'Tess Nolan', 'Hugo Lind'].entries()) {
    owners.push(await enrol(name, `owner${n + 2}`))
  }

  moveTime(`-P${weeks * 7}D`)
  await settle()
  const opened: Opened[] = []
  for (const [n, wanted] of [...care, ...craft, ...townLife].entries()) {
    opened.push(await openBusiness(town, wanted, owners[n % 10 < 4 ? 0 : 1 + (n % 4)] ?? admin))
  }
  await settle()
  for (let week = 0; week < weeks; week++) {
    const visits = await liveAWeek(town, { opened, consumers, today: today(running), roll })
    await settle()
    moveTime('P7D')
    await settle()
    for (const visit of visits) await reviewVisit(town, visit, roll)
  }
  for (const person of [...owners, ...consumers.slice(0, 1)]) await town.as(person)(markNotificationsRead, {})
  await bookAhead(town, { opened, consumers, today: today(running), roll })
  await settle()
}

const today = ({ composed }: Running) => localDateOf(composed.auth.clock(), zone)
const later = (date: string, days: number) => Temporal.PlainDate.from(date).add({ days }).toString()

type Week = { opened: Opened[]; consumers: Person[]; today: string; roll: () => number }

/** Every business has a visitor or two in the days that end before the next week begins. */
async function liveAWeek(town: Town, { opened, consumers, today, roll }: Week): Promise<Visit[]> {
  const visits: Visit[] = []
  for (const business of opened) {
    for (let n = roll() < 0.4 ? 2 : 1; n > 0; n--) {
      const wish = {
        business,
        consumer: pick(consumers.slice(1), roll),
        from: later(today, 1),
        to: later(today, 5),
        roll,
      }
      const visit = await bookVisit(town, wish)
      if (visit) visits.push(visit)
    }
  }
  return visits
}

/** So that boards are not empty today, and the consumer has something to look forward to. */
async function bookAhead(town: Town, { opened, consumers, today, roll }: Week): Promise<void> {
  const [connie] = consumers
  for (const [n, business] of opened.entries()) {
    const soon = { business, from: today, to: later(today, 2), roll }
    await bookVisit(town, { ...soon, consumer: pick(consumers.slice(1), roll) })
    await takeCalls(town, soon, business.owner === opened[0]?.owner ? 8 : 1)
    if (connie && n % 12 === 0)
      await bookVisit(town, { ...soon, consumer: connie, from: later(today, 2), to: later(today, 6) })
  }
  await setTimeout(200)
}
