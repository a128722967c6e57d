import type { Kysely } from 'kysely'
import { Problem } from '@buy-locals/contracts/problem'
import { awaitFact } from '@buy-locals/service-kit/await-fact'
import { known } from '@buy-locals/service-kit/known'
import type { Id } from '@buy-locals/values/ids'
import * as bookings from './persistence/bookings.ts'
import * as businesses from './persistence/businesses.ts'
import type { Database } from './persistence/database.ts'
import * as markets from './persistence/markets.ts'

type Db = Kysely<Database>

export const noBooking = (id: string) => new Problem('not-found', `There is no booking ${id}`)

export const knownBooking = (db: Db, id: Id<'booking'>): Promise<bookings.KnownBooking> =>
  known(id, () => bookings.find(db, id), noBooking)

export const knownMarket = (db: Db, id: Id<'market'>) => awaitFact(() => markets.find(db, id))
export const knownBusiness = (db: Db, id: Id<'business'>) => awaitFact(() => businesses.find(db, id))
