import type { Kysely } from 'kysely'
import { Problem } from '@buy-locals/contracts/problem'
import { awaitProjection } from '@buy-locals/service-kit/find-projected'
import { findProjected } from '@buy-locals/service-kit/find-projected'
import type { Id } from '@buy-locals/values/ids'
import * as bookings from './persistence/bookings.ts'
import * as businesses from './persistence/businesses.ts'
import type { Database } from './persistence/database.ts'
import * as markets from './persistence/markets.ts'

type Db = Kysely<Database>

export const noBooking = (id: string) => new Problem('not-found', `There is no booking ${id}`)

export const knownBooking = (db: Db, id: Id<'booking'>): Promise<bookings.KnownBooking> =>
  findProjected(id, () => bookings.find(db, id), noBooking)

export const knownMarket = (db: Db, id: Id<'market'>) => awaitProjection(() => markets.find(db, id))
export const knownBusiness = (db: Db, id: Id<'business'>) => awaitProjection(() => businesses.find(db, id))
