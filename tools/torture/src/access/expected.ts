import type { Operation } from '@buy-locals/contracts/operation'
import type { Who } from '../asking/who.ts'
import type { Matter } from '../two-towns/bookings.ts'

export type Verdict = 'allowed' | 401 | 403 | 404

const ranks: Record<string, number> = { staff: 1, manager: 2, owner: 3 }

/** What the contract's `access` means for this person and this thing: one's own, a colleague's, or a stranger's. */
export function verdictOn({ access, path, method }: Operation, who: Who, { shop, booker }: Matter): Verdict {
  const isSignedIn = who !== 'visitor' && who !== 'guest'
  const rank = shop.owner === 'owner' ? (ranks[who] ?? 0) : who === shop.owner ? 3 : 0
  const isOperator = who === shop.operator || who === 'admin'
  const isBooker = who === booker
  const [ofBooking, ofReview] = [path.includes(':bookingId'), path.includes(':reviewId') && isSignedIn]
  const belongs = rank > 0 || (ofBooking && (isBooker || isOperator)) || (ofReview && isBooker)
  const refusal = belongs ? 403 : 404
  switch (access) {
    case 'anyone':
    case 'machine':
      return 'allowed'
    case 'person':
      return isSignedIn ? 'allowed' : 401
    case 'booker':
    case 'party': {
      if (who === 'visitor') return 401
      const isParty = access === 'party' && (rank > 0 || (isOperator && method === 'get'))
      return isBooker || isParty ? 'allowed' : refusal
    }
    case 'staff':
    case 'manager':
    case 'owner':
      if (!isSignedIn) return 401
      return rank >= (ranks[access] ?? Infinity) ? 'allowed' : refusal
    case 'operator':
      if (!isSignedIn) return 401
      return isOperator ? 'allowed' : path.includes(':marketId') ? 404 : refusal
    case 'admin':
      return isSignedIn ? (who === 'admin' ? 'allowed' : 404) : 401
  }
}
