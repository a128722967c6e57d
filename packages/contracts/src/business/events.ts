import { z } from 'zod'
import { id } from '@buy-locals/values/ids'
import { eventType } from '../event.ts'
import { email, line, text, version } from '../shapes.ts'
import { business, listingFaults, market } from './shapes.ts'

/** Auth makes the owner's membership from it. */
export const businessRegistered = eventType(
  'business.registered.v1',
  z.object({ businessId: id('business'), ownerId: id('person'), version }),
)

/** The whole public profile, whatever its status. */
export const businessChanged = eventType('business.changed.v1', business)

/** The operator has taken it off the site, with the reason, which its owners read and nobody else. */
export const businessSuspended = eventType(
  'business.suspended.v1',
  z.object({
    businessId: id('business'),
    name: line(80),
    reason: text(500),
    /** Of the market's operator, whom its owner can write to. */
    contactEmail: email.optional(),
    version,
  }),
)

/** The operator has decided what was submitted: the business itself, or what a published one wants to change. */
export const businessDecided = eventType(
  'business.decided.v1',
  z.object({
    businessId: id('business'),
    name: line(80),
    about: z.enum(['business', 'change']),
    outcome: z.enum(['approved', 'refused', 'returned', 'rejected']),
    reason: text(500).optional(),
    version,
  }),
)

export const marketChanged = eventType('market.changed.v1', market)

const claimed = z.object({ businessId: id('business'), personId: id('person'), name: line(80), version })

/** A link to mail to an address at the website of the business. The token leaves in this event alone. */
export const claimLinkRequested = eventType(
  'business.claim-link-requested.v1',
  claimed.extend({ to: email, token: z.string() }),
)

/** The operator decides. */
export const claimFiled = eventType('business.claim-filed.v1', claimed.extend({ marketId: id('market') }))

export const claimDecided = eventType(
  'business.claim-decided.v1',
  claimed.extend({ outcome: z.enum(['approved', 'rejected']), reason: text(500).optional() }),
)

/** Somebody has reported a page, and nobody else had that day. */
export const listingReported = eventType(
  'business.listing-reported.v1',
  z.object({
    businessId: id('business'),
    marketId: id('market'),
    name: line(80),
    fault: z.enum(listingFaults),
    version,
  }),
)
