import { setTimeout } from 'node:timers/promises'
import type { Running } from '@buy-locals/server/start'
import { poll } from '../poll.ts'
import { checkReading, missingFrom, type Expect, type Detail, type History } from './details.ts'
import { markOf, type Shop } from './shop.ts'

/** Who is signed in has a name and cookies; a stranger has a language. */
export type Visitor = { first: number } & ({ name: string; cookie: string } | { language: string })

type Reading = { shop: Shop; server: Running; history: History; expect: Expect; count: () => void }

/** What is read by whoever shows no session may be a second old. */
const oldestMs = 1_000

type Place = { path: string; details: readonly Detail[]; isPage: boolean }

const placesOf = ({ businessId, slug }: Shop): Place[] => [
  { path: `/b/${slug}`, details: ['name', 'description', 'price', 'review'], isPage: true },
  { path: `/v1/businesses/${slug}`, details: ['name', 'description'], isPage: false },
  { path: `/v1/businesses/${businessId}`, details: ['name', 'description'], isPage: false },
  { path: '/', details: ['name'], isPage: true },
  { path: `/v1/businesses/${businessId}/services`, details: ['price'], isPage: false },
  { path: '/v1/businesses?near=43.615,-116.2', details: ['name'], isPage: false },
  { path: `/v1/businesses/${businessId}/reviews?limit=10`, details: ['review'], isPage: false },
]

/** One visitor opens everything in turn, again and again. */
export async function readThings(reading: Reading, visitor: Visitor, signal: AbortSignal): Promise<void> {
  const places = placesFor(visitor, reading.shop)
  for (let turn = visitor.first; !signal.aborted; turn += 1) {
    const place = places[turn % places.length]
    if (!place) break
    await read(reading, visitor, place)
    await setTimeout(20)
  }
}

/** When nothing changes any more, everything is shown everywhere as it was changed last. */
export async function seeTheNewest(reading: Reading, visitor: Visitor): Promise<void> {
  for (const place of placesFor(visitor, reading.shop)) {
    let missing: readonly Detail[] = place.details
    await poll(
      async () => {
        missing = missingFrom(reading.history, await read(reading, visitor, place), place.details)
        return missing.length === 0
      },
      { forMs: 15_000 },
    )
    reading.expect(missing.length === 0, `${nameFor(visitor, place, reading.shop)} never shows the newest ${missing.join(', ')}`) // prettier-ignore
  }
}

/** What is given as a copy is read most often, and not by all in the same order. */
const placesFor = (visitor: Visitor, shop: Shop) => placesOf(shop).slice(0, 'cookie' in visitor ? 2 : undefined)

const nameFor = (visitor: Visitor, { path }: Place, { businessId }: Shop) =>
  `${path.replace(businessId, '…')}, read by ${'cookie' in visitor ? 'somebody' : 'a stranger'},`

async function read({ shop, server, history, expect, count }: Reading, visitor: Visitor, place: Place) {
  const isSignedIn = 'cookie' in visitor
  const identity = isSignedIn ? { cookie: visitor.cookie } : { 'accept-language': visitor.language }
  const headers: Record<string, string> = { ...identity, connection: 'close' } // of several processes the next one answers
  const began = performance.now()
  const response = await fetch(server.url + place.path, { headers })
  const text = await response.text()
  const ended = performance.now()
  const what = nameFor(visitor, place, shop)
  count()
  const boundMs = isSignedIn ? 0 : oldestMs
  checkReading(history, { what, began, ended, status: response.status, text, boundMs }, place.details, expect)
  checkWhose(what, place, response, text, visitor, expect)
  return text
}

const anyMark = new RegExp(markOf('(\\w+)'), 'g')

function checkWhose(
  what: string,
  { isPage }: Place,
  response: Response,
  text: string,
  visitor: Visitor,
  expect: Expect,
) {
  const names = new Set([...text.matchAll(anyMark)].map(([, name]) => name))
  const control = response.headers.get('cache-control') ?? ''
  if ('cookie' in visitor) {
    expect(
      [...names].every((name) => name === visitor.name),
      `${what} names somebody else`,
    )
    expect(!isPage || response.status !== 200 || names.has(visitor.name), `${what} does not know who reads`)
    expect(control.includes('private') || response.status >= 400, `${what} may be kept by others: ${control}`)
    return
  }
  expect(names.size === 0, `${what} names somebody`)
  expect(response.headers.getSetCookie().length === 0, `${what} sets a cookie`)
  expect(!isPage || text.includes(`<html lang="${visitor.language}"`), `${what} is in another language`)
}
