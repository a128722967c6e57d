import type { Kysely } from 'kysely'
import { Problem } from '@buy-locals/contracts/problem'
import { awaitFact } from '@buy-locals/service-kit/await-fact'
import { systemClock } from '@buy-locals/service-kit/clock'
import { createdAt, type Id } from '@buy-locals/values/ids'
import * as bookings from './persistence/bookings.ts'
import * as businesses from './persistence/businesses.ts'
import type { Database } from './persistence/database.ts'
import * as markets from './persistence/markets.ts'

type Db = Kysely<Database>

/** One that was made a moment ago may still be on its way here; an older one that is not known does not exist. */
const isYoung = (id: Id<'booking'>) => systemClock().epochMilliseconds - createdAt(id) < 60_000

export const noBooking = (id: string) => new Problem('not-found', `There is no booking ${id}`)

export async function knownBooking(db: Db, id: Id<'booking'>): Promise<bookings.KnownBooking> {
  const known = await bookings.find(db, id)
  if (known) return known
  if (isYoung(id)) return awaitFact(() => bookings.find(db, id))
  throw noBooking(id)
}

export const knownMarket = (db: Db, id: Id<'market'>) => awaitFact(() => markets.find(db, id))
export const knownBusiness = (db: Db, id: Id<'business'>) => awaitFact(() => businesses.find(db, id))
