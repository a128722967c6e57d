import type { Kysely } from 'kysely'
import { Problem } from '@buy-locals/contracts/problem'
import { findProjected } from '@buy-locals/service-kit/find-projected'
import type { Id } from '@buy-locals/values/ids'
import * as bookings from '../persistence/bookings.ts'
import type { Database } from '../persistence/database.ts'

export const findBooking = (db: Kysely<Database>, id: Id<'booking'>): Promise<bookings.ProjectedBooking> =>
  findProjected(id, () => bookings.find(db, id), bookingNotFound)

export const bookingNotFound = (id: string): Problem => new Problem('not-found', `There is no booking ${id}`)
