import { Problem } from '@buy-locals/contracts/problem'
import { consumeFrom, type Limit } from '@buy-locals/service-kit/throttle'
import type { Id } from '@buy-locals/values/ids'
import type { Deps } from '../deps.ts'

type PlaceDeps = Pick<Deps, 'places' | 'gazetteer' | 'throttle' | 'placesFound'>
type ByPerson = { session: string; personId: Id<'person'> }

/** A place is typed in so many letters; and so many people are behind one address, as all are who use our own pages. */
const manyTimes = 20
const many = (limit: Limit): Limit => ({ ...limit, points: limit.points * manyTimes })

/** What is found at Google is limited; beyond that the gazetteer finds what it has. */
export async function findPlaces(
  { places, gazetteer, throttle, placesFound }: PlaceDeps,
  { q, kind, ip }: { q: string; kind?: 'town' | undefined; ip: string },
) {
  const isMetered = places.isMetered && kind !== 'town'
  const isOver = isMetered && (await isRefused(consumeFrom(throttle, 'find-place', ip, many(placesFound))))
  return { items: await (kind === 'town' || isOver ? gazetteer : places).find(q) }
}

export async function suggestPlaces(
  { places, gazetteer, throttle, placesFound }: PlaceDeps,
  { q, session, personId }: ByPerson & { q: string },
) {
  const isOver = places.isMetered && (await isRefused(throttle.consume('type-place', personId, many(placesFound))))
  return { items: await (isOver ? gazetteer : places).suggest(q, session) }
}

export async function readPlace(
  { places, throttle, placesFound }: PlaceDeps,
  { placeId, session, personId }: ByPerson & { placeId: string },
) {
  if (places.isMetered) await throttle.consume('read-place', personId, placesFound)
  const place = await places.read(placeId, session)
  if (!place) throw new Problem('not-found', 'There is no such place')
  return place
}

const isRefused = (use: Promise<void>): Promise<boolean> =>
  use.then(
    () => false,
    (error: unknown) => {
      if (error instanceof Problem && error.code === 'too-many-requests') return true
      throw error
    },
  )
