import { Problem } from '@buy-locals/contracts/problem'

/** Seats that count towards a limit: of bookings by the same person, from the same address, of the same business. */
export type HoldCounts = { person: number; address: number; business: number }
export type VisitCounts = { person: number; address: number }
export type VisitLimits = { guest: number; account: number; address: number }

/** Whoever holds times without paying keeps others from booking them. */
export function refuseTooManyHolds(counts: HoldCounts, limits: HoldCounts): void {
  const limit = (['person', 'address', 'business'] as const).find((kind) => counts[kind] >= limits[kind])
  if (limit) throw new Problem('booking/too-many-holds', 'Pay or cancel what is held first', { limit, retryAfter: 60 })
}

/** Whoever pays at the venue loses nothing by not coming; a guest leaves no more than a mail address that nobody has verified. */
export function refuseTooManyVisits(counts: VisitCounts, limits: VisitLimits, isGuest: boolean): void {
  const perPerson = isGuest ? limits.guest : limits.account
  const limit = counts.person >= perPerson ? 'person' : counts.address >= limits.address ? 'address' : undefined
  const detail = isGuest
    ? 'Make an account to book more'
    : 'These are many visits that nobody has paid: come to some first'
  if (limit) throw new Problem('too-many-requests', detail, { limit, retryAfter: 3_600 })
}

/** From one place, no more of a class is taken without paying than this; a family finds room in a small one. */
export type SessionLimit = { seats: number; share: number }

export function refuseTooLargeShare(seats: number, capacity: number, limit: SessionLimit): void {
  const most = Math.max(limit.seats, Math.floor((capacity * limit.share) / 10_000))
  if (seats <= most) return
  const detail = `Without paying, no more than ${most} places of one class are kept from one address`
  throw new Problem('booking/too-many-holds', detail, { limit: 'session', retryAfter: 60 })
}
