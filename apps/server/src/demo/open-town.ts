import { readFile } from 'node:fs/promises'
import { setTimeout } from 'node:timers/promises'
import { Temporal } from 'temporal-polyfill'
import { createVerifiedAccount } from '@buy-locals/auth/use-cases/create-verified-account'
import { api } from '@buy-locals/api-client/api'
import { markNotificationsRead } from '@buy-locals/contracts/notification/operations'
import { ensureMarket } from '@buy-locals/business/use-cases/ensure-market'
import { importOpenData } from '@buy-locals/business/use-cases/import-open-data'
import { newId } from '@buy-locals/values/ids'
import { localDateOf } from '@buy-locals/values/time'
import type { Running } from '../start.ts'
import { repairsAndLessons } from './businesses/repairs-and-lessons.ts'
import { healthAndBeauty } from './businesses/health-and-beauty.ts'
import { shopsAndLeisure } from './businesses/shops-and-leisure.ts'
import type { OpenBusiness, Person, Town } from './demo-town.ts'
import { openBusiness } from './open-business.ts'
import { townspeople } from './people.ts'
import { pick, seededRandom } from './seeded-random.ts'
import { bookByPhone, bookVisit, reviewVisit, type Visit } from './visits.ts'

type Options = {
  running: Running
  password: string
  weeks: number
  /** Shifts the time of every service: the bookings are made week by week, from so many weeks ago until today. */
  shiftTime(by: string): void
  onProgress?: (done: string) => void
}

const zone = 'America/Boise'

/** A market with real places and thirty businesses, whose bookings and reviews were really booked and written. */
export async function openDemoTown({ running, password, weeks, shiftTime, onProgress }: Options): Promise<void> {
  const { composed, simulator, drain } = running
  const { auth, business } = composed
  const createPerson = async (name: string, mail: string): Promise<Person> => {
    const email = `${mail}@demo.example`
    return { id: (await createVerifiedAccount(auth, { email, name, password })).personId, name }
  }
  const market = await ensureMarket(business, {
    slug: 'boise',
    name: 'Boise',
    location: { lat: 43.615, lon: -116.2023 },
    timeZone: zone,
    currency: 'USD',
    feeBasisPoints: 500,
    complaintHours: 48,
    contact: { email: 'help@demo.example', phone: '+12085550142' },
  })
  const role = { scope: 'platform', role: 'admin' } as const
  const { personId } = await createVerifiedAccount(auth, {
    email: 'admin@demo.example',
    name: 'Ada Market',
    password,
    role,
  })
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

  onProgress?.('The places of Boise are there')

  const as = (person: Person) =>
    api({
      baseUrl: running.internalUrl,
      headers: async () => ({
        authorization: `Bearer ${(await auth.tokens.access(person.id, newId('session'), auth.clock())).token}`,
      }),
      patience: 10,
    })
  const town: Town = { as, admin, business, stripeApiBase: simulator?.url }
  const consumers = [await createPerson('Connie Sumner', 'consumer')]
  for (const [n, name] of townspeople.entries()) consumers.push(await createPerson(name, `neighbour${n + 1}`))
  const owners = [await createPerson('Owen Burke', 'owner')]
  for (const [n, name] of ['Grace Holm', 'Isaac Reyes', 'Tess Nolan', 'Hugo Lind'].entries()) {
    owners.push(await createPerson(name, `owner${n + 2}`))
  }

  shiftTime(`-P${weeks * 7}D`)
  await drain()
  const profiles = [...healthAndBeauty, ...repairsAndLessons, ...shopsAndLeisure]
  const opened = await Promise.all(
    profiles.map(async (profile, n): Promise<OpenBusiness> => {
      const owner = owners[n % 10 < 4 ? 0 : 1 + (n % 4)] ?? admin
      return { ...(await openBusiness(town, profile, owner)), random: seededRandom(83702 + n) }
    }),
  )
  await drain()
  onProgress?.(`${opened.length} businesses are open`)
  for (let week = 0; week < weeks; week++) {
    const visits = await bookAWeek(town, { opened, consumers, today: today(running) })
    await drain()
    shiftTime('P7D')
    await drain()
    await Promise.all(visits.map((visit) => reviewVisit(town, visit)))
    onProgress?.(`Week ${week + 1} of ${weeks} has been booked, paid and reviewed`)
  }
  for (const person of [...owners, ...consumers.slice(0, 1)]) await town.as(person)(markNotificationsRead, {})
  await bookAhead(town, { opened, consumers, today: today(running) })
  await drain()
}

const today = ({ composed }: Running) => localDateOf(composed.auth.clock(), zone)
const addDays = (date: string, days: number) => Temporal.PlainDate.from(date).add({ days }).toString()

type Week = { opened: OpenBusiness[]; consumers: Person[]; today: string }

/** Every business has a visitor or two in the days that end before the next week begins. */
async function bookAWeek(town: Town, { opened, consumers, today }: Week): Promise<Visit[]> {
  const visits = opened.map(async (business) => {
    const bookOne = () => {
      const consumer = pick(consumers.slice(1), business.random)
      return bookVisit(town, { business, consumer, from: addDays(today, 1), to: addDays(today, 5) })
    }
    return [await bookOne(), business.random() < 0.4 ? await bookOne() : undefined]
  })
  return (await Promise.all(visits)).flat().filter((visit) => visit !== undefined)
}

/** Bookings of the next days, so that boards are not empty today and the consumer has upcoming visits. */
async function bookAhead(town: Town, { opened, consumers, today }: Week): Promise<void> {
  const [connie] = consumers
  const book = async (business: OpenBusiness, n: number) => {
    const soon = { business, from: today, to: addDays(today, 2) }
    await bookVisit(town, { ...soon, consumer: pick(consumers.slice(1), business.random) })
    await bookByPhone(town, soon, business.owner === opened[0]?.owner ? 8 : 1)
    if (connie && n % 12 === 0)
      await bookVisit(town, { ...soon, consumer: connie, from: addDays(today, 2), to: addDays(today, 6) })
  }
  await Promise.all(opened.map(book))
  await setTimeout(200)
}
