import { randomBytes } from 'node:crypto'
import type { LoadRequest } from './load.ts'
import { untilOutboxEmpty } from './quiet.ts'
import { registerPerson, type Server } from './server.ts'
import { loadTimed, type Timed } from './subject.ts'
import type { Shop, Town } from './town.ts'

const [groups, perGroup] = [10, 16]

export type Bookings = { measured: Timed; untilOutboxEmptySeconds: number }

/** Sixteen clients book for so long, every other one of them as a guest; no start is asked for twice before all were, and each has four people. */
export async function bookFor(seconds: number, server: Server, requests: LoadRequest[]): Promise<Bookings> {
  const measured = await loadTimed(server, { clients: 16, requests, seconds })
  return { measured, untilOutboxEmptySeconds: await untilOutboxEmpty(server) }
}

/** Shuffled alike in every run. Of every start a group of the consumers gets one each, all in different businesses: nobody is asked to be at two places at a time. */
export async function bookingRequests(server: Server, { shops }: Town): Promise<LoadRequest[]> {
  const [ofGuests, ofConsumers] = [shops.slice(0, shops.length / 2), shops.slice(shops.length / 2)]
  const tokens: string[] = []
  while (tokens.length < groups * perGroup) tokens.push(await registerPerson(server, `Consumer ${tokens.length}`))
  const byGuests = shuffle(ofGuests.flatMap((shop) => shop.starts.map((start) => guestRequest(shop, start))))
  const byConsumers = shuffle(
    (ofConsumers[0]?.starts ?? []).flatMap((start, at) => {
      const group = tokens.slice((at % groups) * perGroup).slice(0, perGroup)
      return group.map((token, n) => bookRequest(ofConsumers[(n + at) % ofConsumers.length] ?? fail(), start, { headers: { authorization: `Bearer ${token}` } })) // prettier-ignore
    }),
  )
  return byGuests.flatMap((guest, n) => [guest, byConsumers[n] ?? []].flat())
}

export function guestRequest(shop: Pick<Shop, 'id' | 'serviceId'>, start: string): LoadRequest {
  const name = randomBytes(8).toString('hex')
  return bookRequest(shop, start, { body: { guest: { name: 'Gus Guest', email: `${name}@example.com` } } })
}

type Booker = { headers?: Record<string, string>; body?: Record<string, unknown> }

function bookRequest({ id, serviceId }: Pick<Shop, 'id' | 'serviceId'>, start: string, booker: Booker): LoadRequest {
  return {
    method: 'POST',
    path: '/v1/bookings',
    headers: { 'content-type': 'application/json', 'idempotency-key': randomBytes(16).toString('hex'), 'x-forwarded-for': anyAddress(), ...booker.headers },
    body: JSON.stringify({ businessId: id, serviceId, start, ...booker.body }),
  } // prettier-ignore
}

/** A town has many: what one address may book is counted one after the other. */
const anyAddress = () => ['10', ...randomBytes(3)].join('.')

function shuffle<T>(list: T[]): T[] {
  let seed = 7
  const random = () => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647
  return list.map((item) => ({ item, at: random() })).toSorted((a, b) => a.at - b.at).map(({ item }) => item) // prettier-ignore
}

function fail(): never {
  throw new Error('The town has no businesses for consumers')
}
