import type { Kysely } from 'kysely'
import { isMember, isOperator } from '@buy-locals/service-kit/memberships'
import type { Id } from '@buy-locals/values/ids'
import type { Booking } from '../domain/booking.ts'
import type { Standing } from '../domain/standing.ts'
import { opens } from '@buy-locals/service-kit/manage-link'
import type { Database } from './database.ts'

/** Who asks: a person who is signed in, or somebody with a booking's link, or both. */
export type Asker = { actorId: Id<'person'> | undefined; manageToken: string | undefined }

export async function standingOf(
  db: Kysely<Database>,
  booking: Booking,
  { actorId, manageToken }: Asker,
): Promise<Standing> {
  const actor = actorId && { id: actorId }
  return {
    isBooker: actorId === booking.consumerId || opens(manageToken, booking.manageTokenHash),
    isMember: await isMember(db, actor, booking.businessId),
    isOperator: await isOperator(db, actor, booking.marketId),
  }
}
