import type { Temporal } from 'temporal-polyfill'
import { isBefore } from '@buy-locals/values/time'

/** Why an address gets no mail: none arrives there, or its reader has reported one as spam. */
export type SuppressionReason = 'bounce' | 'complaint'

/** What a mail that was refused or came back says of its address: that nobody is there, or that perhaps nobody is. */
export type Bounce = 'certain' | 'possible'

/** No such mailbox or domain, no address at all, moved without a new address, a domain that takes no mail (RFC 3463, RFC 7505). */
const certain = ['5.1.1', '5.1.2', '5.1.3', '5.1.6', '5.1.10']
/** Something about the address or its mailbox. 5.2.1 is one that is switched off, or, at Gmail, one that gets too much at the moment. */
const possible = ['5.1.0', '5.1.4', '5.2.0', '5.2.1']

/**
 * By an enhanced status code alone: of a bare 550 RFC 5321 says "mailbox not found, no access, or command rejected for policy reasons" (4.2.3), so it may be about us.
 * So may 5.0.0 and 5.7 (RFC 3463, 3.1 and 3.8). A full mailbox, a text that is refused and a server that is overloaded say nothing of the address either.
 */
export function bounceOf(status: string | undefined): Bounce | undefined {
  if (status === undefined) return undefined
  if (certain.includes(status)) return 'certain'
  return possible.includes(status) ? 'possible' : undefined
}

/** On so many days, with no mail taken in between: a server that is overloaded or refuses ours for a while does not do so for good. */
export const daysUntilBounce = 3
/** How long a day of them counts. */
export const refusalsCountFor = { hours: 24 * 30 }

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
