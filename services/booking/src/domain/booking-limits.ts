import { Problem } from '@buy-locals/contracts/problem'

/** Bookings that count towards a limit: by the same person, from the same address, of the same business. */
export type HoldCounts = { person: number; address: number; business: number }
export type VisitCounts = { person: number; address: number }

/** Whoever holds times without paying keeps others from booking them. */
export function refuseTooManyHolds(counts: HoldCounts, limits: HoldCounts): void {
  const limit = (['person', 'address', 'business'] as const).find((kind) => counts[kind] >= limits[kind])
  if (limit) throw new Problem('booking/too-many-holds', 'Pay or cancel what is held first', { limit, retryAfter: 60 })
}

/** A guest who pays at the venue leaves no more than a mail address that nobody has verified. */
export function refuseTooManyGuestVisits(counts: VisitCounts, limits: VisitCounts): void {
  const limit = (['person', 'address'] as const).find((kind) => counts[kind] >= limits[kind])
  if (limit) throw new Problem('too-many-requests', 'Make an account to book more', { limit, retryAfter: 3_600 })
}
