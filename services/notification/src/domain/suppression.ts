import type { Temporal } from 'temporal-polyfill'
import { isBefore } from '@buy-locals/values/time'

/** Why an address gets no mail: none arrives there, or its reader has reported one as spam. */
export type SuppressionReason = 'bounce' | 'complaint'

/** What somebody waits for who cannot go on without it: it is tried again, although the last mail came back. */
const tried = ['verify-email', 'reset-password', 'change-email', 'booking-links', 'claim-link', 'invitation', 'mail-check'] // prettier-ignore

export const isTried = (kind: string): boolean => tried.includes(kind)

/** A complaint stops what its reader could turn off, and invitations, which others make. It stops nothing about their own bookings and account. */
export function reasonsAgainst({ kind, isChosen }: { kind: string; isChosen: boolean }): SuppressionReason[] {
  const isStoppedByComplaint = isChosen || kind === 'invitation'
  return [...(isTried(kind) ? [] : ['bounce' as const]), ...(isStoppedByComplaint ? ['complaint' as const] : [])]
}

/** A vendor tries for days. What comes later than that is a copy of what was handled long ago. */
const longestWay = { hours: 24 * 30 }

export const isTooOld = (mailedAt: Temporal.Instant, now: Temporal.Instant): boolean =>
  isBefore(mailedAt, now.subtract(longestWay))

/** The vendor's clock is not ours. */
const clockDifference = { seconds: 10 }

/** A mail that left before this one says something new of an address that is tried again since `liftedAt`. */
export const latestOfOld = (mailedAt: Temporal.Instant): Temporal.Instant => mailedAt.add(clockDifference)
