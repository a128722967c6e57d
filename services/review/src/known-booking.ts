import type { Kysely } from 'kysely'
import { Problem } from '@buy-locals/contracts/problem'
import { createdAt, type Id } from '@buy-locals/values/ids'
import { awaitFact } from '@buy-locals/service-kit/await-fact'
import { systemClock } from '@buy-locals/service-kit/clock'
import * as bookings from './persistence/bookings.ts'
import type { Database } from './persistence/database.ts'

/** One that was made a moment ago may still be on its way here; an older one that is not known does not exist. */
export async function knownBooking(db: Kysely<Database>, id: Id<'booking'>): Promise<bookings.Booked> {
  const known = await bookings.find(db, id)
  if (known) return known
  const isYoung = systemClock().epochMilliseconds - createdAt(id) < 60_000
  if (isYoung) return awaitFact(() => bookings.find(db, id))
  throw noBooking(id)
}

export const noBooking = (id: string): Problem => new Problem('not-found', `There is no booking ${id}`)
