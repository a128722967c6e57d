import { z } from 'zod'
import { id } from '@buy-locals/values/ids'
import { instant } from '@buy-locals/values/time'
import { eventType } from '../event.ts'
import { email, version } from '../shapes.ts'
import { person, role, scope } from './shapes.ts'

/** The one event with contact data. Auth says it of accounts and of people invited by mail, booking of guests: neither has an account, both have a person's id. */
export const personChanged = eventType(
  'person.changed.v1',
  person.extend({ kind: z.enum(['account', 'invited', 'guest']) }),
)

/** Nothing in any service names this person any more. Auth publishes it of accounts, booking of guests. What they wrote in reviews stays only where they chose so. */
export const personErased = eventType(
  'person.erased.v1',
  z.object({ personId: id('person'), keepReviews: z.boolean(), version }),
)

/** `role: null`: the membership has ended. */
export const membershipChanged = eventType(
  'membership.changed.v1',
  z.object({
    personId: id('person'),
    scope,
    role: role.nullable(),
    /** When it first began; leaving and coming back does not change it. Absent where nobody wrote it down. */
    since: instant.optional(),
    /** Of the business's realtime channel. Absent where the scope is no business. */
    epoch: z.int().min(0).optional(),
    /** Of somebody who has just joined: the calendar that is theirs. */
    staffId: id('staff').optional(),
    version,
  }),
)

/** Of a session that somebody may still hold an access token of. */
export const sessionEnded = eventType(
  'session.ended.v1',
  z.object({ sessionId: id('session'), personId: id('person'), endedAt: instant, version }),
)

/** A link to mail: the token leaves in this event alone and lives as long as the outbox row. */
export const linkRequested = eventType(
  'auth.link-requested.v1',
  z.object({
    kind: z.enum([
      ...['verify-email', 'reset-password', 'change-email', 'invitation', 'export-ready'],
      ...['email-changed', 'password-changed'],
      ...['new-device', 'second-factor-on', 'second-factor-off', 'recovery-code-used'],
      ...['provider-linked', 'provider-unlinked'],
    ] as const),
    personId: id('person'),
    /** Where it is not the person's own address: the new one, which the link proves, or the one that was replaced. */
    to: email.optional(),
    /** An export has none: it opens to whoever is signed in. Neither has an invitation of an earlier release. */
    token: z.string().optional(),
    businessId: id('business').optional(),
    /** Of a sign-in: when, and from where, as far as the browser says. */
    at: instant.optional(),
    browser: z.string().optional(),
    system: z.string().optional(),
    version,
  }),
)
