import type { Operation } from '@buy-locals/contracts/operation'
import type { Caller } from '../requests/callers.ts'
import type { Subject } from '../two-markets/bookings.ts'

export type Outcome = 'allowed' | 401 | 403 | 404

const ranks: Record<string, number> = { staff: 1, manager: 2, owner: 3 }

/** What the contract's `access` means for this caller and this subject: their own, a colleague's, or a stranger's. */
export function expectedOutcome(
  { access, path, method }: Operation,
  caller: Caller,
  { shop, booker }: Subject,
): Outcome {
  const isSignedIn = caller !== 'visitor' && caller !== 'guest'
  const rank = shop.owner === 'owner' ? (ranks[caller] ?? 0) : caller === shop.owner ? 3 : 0
  const isOperator = caller === shop.operator || caller === 'admin'
  const isBooker = caller === booker
  const isOfBooking = path.includes(':bookingId') && !path.includes(':businessId') // whose members alone count there
  const isOfReview = path.includes(':reviewId') && isSignedIn
  const isRelated = rank > 0 || (isOfBooking && (isBooker || isOperator)) || (isOfReview && isBooker)
  const refusal = isRelated ? 403 : 404
  switch (access) {
    case 'anyone':
    case 'machine':
      return 'allowed'
    case 'person':
      return isSignedIn ? 'allowed' : 401
    case 'booker':
    case 'party': {
      if (caller === 'visitor') return 401
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
      return isOperator ? 'allowed' : namesNoBusiness(path) ? 404 : refusal
    case 'admin':
      return isSignedIn ? (caller === 'admin' ? 'allowed' : 404) : 401
  }
}

/** Nobody is a member of it. */
const namesNoBusiness = (path: string) => /:(?:marketId|reportId|claimId)\b/.test(path)
