import { setTimeout } from 'node:timers/promises'
import type { Temporal } from 'temporal-polyfill'
import * as booking from '@buy-locals/contracts/booking/operations'
import * as payment from '@buy-locals/contracts/payment/operations'
import type { Running } from '@buy-locals/server/start'
import { toSecond } from '@buy-locals/values/time'
import type { Id } from '@buy-locals/values/ids'
import { signIn, type People } from './people.ts'
import type { Shop } from './shops.ts'
import type { Ask } from './two-towns.ts'

export type Booker = 'consumer' | 'stranger' | 'guest'
/** A shop and who books there: what a request can be about. */
export type Matter = { shop: Shop; booker: Booker }
export type Booked = { id: Id<'booking'>; link: string | undefined }

export type Bookings = {
  /** In an hour, paid at the venue. */
  fresh(matter: Matter): Promise<Booked>
  held(matter: Matter): Promise<Booked>
  /** Begun, so that it can be completed; each only once. */
  begun(matter: Matter): Booked
  /** Always the same one. */
  paid(matter: Matter): Booked
  soon(): string
}

type Wanted = { running: Running; ask: Ask; people: People; matters: readonly Matter[]; size: number }

export async function openBookings({ running, ask, people, matters, size }: Wanted): Promise<Bookings> {
  const soon = () => toSecond(inAnHour(running.composed.auth.clock()))
  const book = async ({ shop, booker }: Matter, serviceId: Id<'service'>): Promise<Booked> => {
    const as = booker === 'guest' ? undefined : booker
    const guest = { guest: { name: 'Gwen Guest', email: 'gwen@example.com' } }
    const body = { businessId: shop.id, serviceId, start: soon(), ...(as ? {} : guest) }
    const { id, manageToken: link } = await ask(as, booking.book, { body })
    return { id, link }
  }
  const begun = new Map<string, Booked[]>()
  const paid = new Map<string, Booked>()
  for (const matter of matters) {
    const pool: Booked[] = []
    while (pool.length < size) {
      const atOnce = Array.from({ length: Math.min(4, size - pool.length) }, () => book(matter, matter.shop.groupId))
      pool.push(...(await Promise.all(atOnce)))
    }
    begun.set(keyOf(matter), pool)
    paid.set(keyOf(matter), await pay(running, ask, people, matter, await book(matter, matter.shop.paidGroupId)))
  }
  await shiftTime(running, 'PT2H')
  await signIn(running.url, people)
  return {
    fresh: (matter) => book(matter, matter.shop.groupId),
    held: (matter) => book(matter, matter.shop.paidGroupId),
    begun: (matter) => expected(begun.get(keyOf(matter))?.pop(), 'no booking is left that has begun'),
    paid: (matter) => expected(paid.get(keyOf(matter)), 'nobody paid there'),
    soon,
  }
}

/** On the half hour: groups that overlap but do not begin together would get in each other's way. */
function inAnHour(now: Temporal.Instant): Temporal.Instant {
  return now.add({ minutes: 60 }).round({ smallestUnit: 'minute', roundingIncrement: 30 })
}

async function pay(
  { stripeApiBase }: Running,
  ask: Ask,
  people: People,
  matter: Matter,
  booked: Booked,
): Promise<Booked> {
  const params = { bookingId: booked.id }
  const as = matter.booker === 'guest' ? undefined : matter.booker
  const headers = booked.link ? { headers: { 'x-manage-token': booked.link } } : {}
  const intent = await ask(as, payment.payBooking, { params }, headers)
  const confirmed = await fetch(`${stripeApiBase}/v1/payment_intents/${intent.paymentIntentId}/confirm`, {
    method: 'POST',
    headers: { authorization: `Bearer ${intent.publishableKey}` },
    body: new URLSearchParams({ payment_method: 'pm_card_visa', client_secret: intent.clientSecret }),
  })
  if (!confirmed.ok) throw new Error(await confirmed.text())
  const { owner } = matter.shop
  for (let tries = 0; tries < 1_000; tries += 1) {
    if ((await ask(owner, booking.readBooking, { params })).status === 'confirmed') return booked
    await setTimeout(20)
  }
  throw new Error('The payment did not confirm the booking')
}

/** For the simulator too, and what is due then is done. */
async function shiftTime({ url }: Running, advance: string): Promise<void> {
  const headers = { 'content-type': 'application/json' }
  const moved = await fetch(`${url}/test/clock`, { method: 'POST', headers, body: JSON.stringify({ advance }) })
  if (!moved.ok) throw new Error(`The clock did not move: ${moved.status}`)
}

const keyOf = ({ shop, booker }: Matter) => `${shop.id} ${booker}`

function expected<T>(thing: T | undefined, words: string): T {
  if (thing === undefined) throw new Error(words)
  return thing
}
