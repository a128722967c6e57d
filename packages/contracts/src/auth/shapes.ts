import { z } from 'zod'
import { id } from '@buy-locals/values/ids'
import { instant, reportedZone } from '@buy-locals/values/time'
import { email, line, version } from '../shapes.ts'
import { shownText } from '../written-text.ts'

export const passwordLength = { min: 10, max: 200 }
/** The service refuses the commonest passwords as well. */
export const password = z.string().min(passwordLength.min).max(passwordLength.max)

export const scope = z.union([id('business'), id('market'), z.literal('platform')])
export const role = z.enum(['owner', 'manager', 'staff', 'operator', 'admin'])
export const businessRole = role.extract(['owner', 'manager', 'staff'])
export type Role = z.output<typeof role>
/** Where a role holds: a business, a market, or everywhere. */
export type Scope = z.output<typeof scope>
export type BusinessRole = z.output<typeof businessRole>

export const person = z
  .object({
    id: id('person'),
    name: line(80),
    email,
    emailVerified: z.boolean(),
    locale: z.string().max(35),
    timeZone: reportedZone,
    version,
  })
  .meta({ id: 'Person' })
export type Person = z.output<typeof person>

export const session = z
  .object({
    accessToken: z.string(),
    expiresAt: instant,
    /** Only for an app: where `x-client: app` was sent without `Origin` and cookies, or the old one in the body. Browsers keep it in an httpOnly cookie. */
    refreshToken: z.string().optional(),
  })
  .meta({ id: 'Session' })

/** What a session was opened with: a password or a provider's word alone, or with a code from the person's phone or a recovery code. */
export const openedWith = z.enum(['password', 'provider', 'code', 'recovery-code'])
export type OpenedWith = z.output<typeof openedWith>

/** Of one's own that is open. */
export const openSession = z
  .object({
    id: id('session'),
    startedAt: instant,
    lastUsedAt: instant,
    /** As far as the browser says so. */
    browser: z.string().optional(),
    system: z.string().optional(),
    openedWith,
    /** The one that asks. */
    isCurrent: z.boolean(),
  })
  .meta({ id: 'OpenSession' })

/** Whose accounts people sign in with; `oidc` is whichever provider the operator has set up. */
export const providerId = z.enum(['google', 'apple', 'oidc'])
export type ProviderId = z.output<typeof providerId>

export const provider = z.object({ id: providerId, name: line(40) }).meta({ id: 'Provider' })

/** As somebody types it: six digits from their phone, or a recovery code. */
export const typedCode = z
  .string()
  .trim()
  .min(6)
  .max(40)
  .regex(/^[\w -]*$/)

export const secondFactor = z
  .object({
    isOn: z.boolean(),
    since: instant.optional(),
    recoveryCodesLeft: z.int().min(0).optional(),
    /** Of whoever operates a market: without it nothing of that is open to them. */
    isRequired: z.boolean(),
  })
  .meta({ id: 'SecondFactor' })

/** Each is good once. They are shown this one time. */
export const recoveryCodes = z.array(z.string())
export const recoveryCodeCount = 10

export const membership = z.object({ scope, role }).meta({ id: 'Membership' })

export const member = z
  .object({
    personId: id('person').optional(),
    name: line(80).optional(),
    /** Of an invitation, by which it is withdrawn. It says nothing of the invited person but the address. */
    invitationId: id('invitation').optional(),
    email,
    role: businessRole,
    status: z.enum(['active', 'invited']),
  })
  .meta({ id: 'Member' })

export const invitation = z
  .object({
    id: id('invitation'),
    businessId: id('business'),
    /** As it was last published; a business of this moment may have none yet. */
    businessName: shownText.optional(),
    role: businessRole,
    expiresAt: instant,
  })
  .meta({ id: 'Invitation' })
