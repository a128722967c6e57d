import type { Kysely } from 'kysely'
import type { Party, Relation, Requester } from '@buy-locals/booking-access/relation'
import type { ThreadSide } from '@buy-locals/contracts/booking/shapes'
import { membersOf } from '@buy-locals/service-kit/memberships'
import type { Id } from '@buy-locals/values/ids'
import { toSecond } from '@buy-locals/values/time'
import type { Booking } from '../domain/booking.ts'
import type { SentMessage } from '../domain/thread.ts'
import type { Database } from '../persistence/database.ts'

/** Whoever says that they are this side has to be this party. */
export const partyOf = (side: ThreadSide): Party => (side === 'consumer' ? 'booker' : 'member')

/** Both, where somebody has booked with their own business. */
export const sidesOf = ({ isBooker, role }: Relation): ThreadSide[] => [
  ...(isBooker ? (['consumer'] as const) : []),
  ...(role === undefined ? [] : (['business'] as const)),
]

/** Whoever owned a suspended business may have left it, and nobody came after them. */
export const hasMembers = async (db: Kysely<Database>, businessId: Id<'business'>): Promise<boolean> =>
  (await membersOf(db, [businessId])).has(businessId)

/** Events of a thread have a subject for each reader: what one side has read says nothing of the other. */
export const threadEventOf = (
  { id, businessId, consumerId, isEnteredByBusiness }: Booking,
  { actor }: Requester,
  version: number,
) => ({ id, businessId, consumerId, version, isEnteredByBusiness, actorId: actor?.id })

/** Of a report of a message: the first version of it, or the decision. */
export function reportEventOf(
  booking: Booking,
  { number, sentBy }: Pick<SentMessage, 'number' | 'sentBy'>,
  actor: Requester['actor'],
  version: number,
) {
  const { serviceName, start, timeZone, venue, marketId } = booking
  return {
    ...threadEventOf(booking, { actor }, version),
    ...{ serviceName, start: toSecond(start), timeZone, venue, marketId, number, sentBy },
  }
}
