import type { Operation } from '@buy-locals/contracts/operation'
import { eraseGuest } from '@buy-locals/contracts/booking/operations'
import type { Subject } from '../two-markets/bookings.ts'
import type { TwoMarkets } from '../two-markets/two-markets.ts'

type Of = Pick<Operation, 'id' | 'path' | 'access'>

/** What the operation can be about: a signed-in person's booking and a guest's in our shop, and a stranger's in another market. */
export function subjectsOf({ id, path, access }: Of, { subjects }: TwoMarkets): readonly Subject[] {
  if (access === 'anyone' || access === 'person' || access === 'machine') return subjects.slice(0, 1)
  const isGuests = ({ booker }: Subject) => booker === 'guest'
  if (id === eraseGuest.id) return subjects.filter(isGuests)
  return path.includes(':bookingId') || path.includes(':reviewId')
    ? subjects
    : subjects.filter((subject) => !isGuests(subject))
}
