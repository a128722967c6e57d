import type { Party, Relation, Requester } from '@buy-locals/booking-access/relation'
import type { ThreadSide } from '@buy-locals/contracts/booking/shapes'
import type { Booking } from '../domain/booking.ts'

/** Whoever says that they are this side has to be this party. */
export const partyOf = (side: ThreadSide): Party => (side === 'consumer' ? 'booker' : 'member')

/** Both, where somebody has booked with their own business. */
export const sidesOf = ({ isBooker, role }: Relation): ThreadSide[] => [
  ...(isBooker ? (['consumer'] as const) : []),
  ...(role === undefined ? [] : (['business'] as const)),
]

/** Events of a thread have a subject for each reader: what one side has read says nothing of the other. */
export const threadEventOf = (
  { id, businessId, consumerId, isEnteredByBusiness }: Booking,
  { actor }: Requester,
  version: number,
) => ({ id, businessId, consumerId, version, isEnteredByBusiness, actorId: actor?.id })
