import { z } from 'zod'
import { id } from '@buy-locals/values/ids'
import { instant, reportedZone } from '@buy-locals/values/time'
import { operation } from '../operation.ts'
import { email, line, localeTag } from '../shapes.ts'
import {
  businessRole,
  invitation,
  member,
  membership,
  openSession,
  password,
  passwordLength,
  person,
  provider,
  providerId,
  recoveryCodes,
  secondFactor,
  session,
  typedCode,
} from './shapes.ts'

const signedIn = z.object({ person, session })
/** Whatever somebody takes for their password: rules of former times do not keep anybody out. */
const typedPassword = z.string().min(1).max(passwordLength.max)
const link = z.string().min(20).max(200)
const identity = { service: 'auth', access: 'anyone', throttle: 'identity', method: 'post' } as const
const self = { service: 'auth', access: 'person' } as const
const members = { service: 'auth', path: '/businesses/:businessId/members' } as const
const ofBusiness = z.object({ businessId: id('business') })

export const register = operation({
  ...identity,
  id: 'register',
  title: 'Create an account',
  path: '/auth/register',
  summary: 'Make an account; a mail asks to verify the address',
  body: z.object({
    email,
    password,
    name: line(80),
    locale: localeTag.optional(),
    timeZone: reportedZone,
  }),
  status: 201,
  returns: signedIn,
  problems: ['auth/passwords-unavailable', 'auth/email-taken', 'too-many-requests'],
})

export const login = operation({
  ...identity,
  id: 'login',
  title: 'Sign in',
  path: '/auth/login',
  summary: 'Sign in. Where the account has a second factor, `auth/code-needed` brings the `signInToken` to go on with',
  body: z.object({ email, password: typedPassword }),
  status: 200,
  returns: signedIn,
  problems: ['auth/passwords-unavailable', 'auth/wrong-credentials', 'auth/code-needed', 'too-many-requests'],
})

export const signInWithCode = operation({
  ...identity,
  id: 'signInWithCode',
  title: 'Sign in by code',
  path: '/auth/code',
  summary: 'The second half of signing in: a code from the phone, or a recovery code. Each is good once',
  body: z.object({ signInToken: z.string().min(20).max(2_000), code: typedCode }),
  status: 200,
  returns: signedIn,
  problems: ['auth/wrong-code', 'auth/session-ended', 'too-many-requests'],
})

const ofProvider = z.object({ provider: providerId })
/** A page of this site. */
const returnTo = z
  .string()
  .regex(/^\/[!-~]*$/)
  .max(500)
  .default('/')

export const listProviders = operation({
  service: 'auth',
  id: 'listProviders',
  title: 'List sign-in providers',
  method: 'get',
  path: '/auth/providers',
  access: 'anyone',
  throttle: 'read',
  shared: true,
  summary: 'With whose accounts one can sign in here',
  status: 200,
  returns: z.object({ items: z.array(provider) }),
  problems: [],
})

export const startProviderSignIn = operation({
  ...identity,
  id: 'startProviderSignIn',
  title: 'Sign in by provider',
  path: '/auth/providers/:provider',
  summary: 'Where to send the browser; a cookie binds what comes back to it',
  params: ofProvider,
  body: z.object({ to: returnTo }),
  status: 200,
  returns: z.object({ url: z.url() }),
  problems: ['not-found', 'auth/provider-unavailable'],
})

export const finishProviderSignIn = operation({
  ...identity,
  id: 'finishProviderSignIn',
  title: 'Return from a provider',
  path: '/auth/providers/:provider/return',
  summary:
    'What the browser came back with. `auth/link-needed`: the address has an account, and its password decides with `confirmProviderLink`',
  params: ofProvider,
  body: z.object({
    response: z.record(
      z.string().regex(/^[\w.-]{1,40}$/),
      z
        .string()
        .regex(/^[ -~]*$/)
        .max(4_000),
    ),
  }),
  status: 200,
  returns: signedIn.partial().extend({ to: z.string() }),
  problems: [
    ...(['auth/provider-refused', 'auth/provider-unavailable', 'auth/provider-unverified'] as const),
    ...(['auth/provider-taken', 'auth/link-needed', 'auth/code-needed', 'auth/email-taken', 'not-found'] as const),
    'too-many-requests',
  ],
})

export const confirmProviderLink = operation({
  ...identity,
  id: 'confirmProviderLink',
  title: 'Link a provider',
  path: '/auth/provider-link',
  summary:
    'Link the provider that has just confirmed the address to its account, by the password and, where there is one, a code',
  body: z.object({ linkToken: z.string().min(20).max(4_000), password: typedPassword, code: typedCode.optional() }),
  status: 200,
  returns: signedIn.extend({ to: z.string() }),
  problems: [
    'auth/passwords-unavailable',
    ...(['auth/wrong-credentials', 'auth/code-needed', 'auth/wrong-code', 'auth/provider-refused'] as const),
    ...(['auth/provider-taken', 'too-many-requests'] as const),
  ],
})

export const listMyProviders = operation({
  ...self,
  id: 'listMyProviders',
  title: 'List my providers',
  sensitive: true,
  method: 'get',
  path: '/me/providers',
  throttle: 'read',
  summary: 'With whose accounts I can sign in, and which are linked',
  status: 200,
  returns: z.object({
    items: z.array(provider.extend({ isLinked: z.boolean(), email: email.optional(), linkedAt: instant.optional() })),
  }),
  problems: [],
})

export const startProviderLink = operation({
  ...self,
  id: 'startProviderLink',
  title: 'Link my provider',
  sensitive: true,
  stepUp: true,
  method: 'post',
  path: '/me/providers/:provider',
  throttle: 'identity',
  summary: 'Where to send the browser to link a provider to my account',
  params: ofProvider,
  body: z.object({ password: typedPassword }),
  status: 200,
  returns: z.object({ url: z.url() }),
  problems: [
    ...(['not-found', 'auth/wrong-credentials', 'auth/email-unverified', 'auth/provider-unavailable'] as const),
    ...(['auth/passwords-unavailable', 'too-many-requests'] as const),
  ],
})

export const unlinkProvider = operation({
  ...self,
  id: 'unlinkProvider',
  title: 'Unlink a provider',
  sensitive: true,
  stepUp: true,
  method: 'delete',
  path: '/me/providers/:provider',
  throttle: 'write',
  summary: 'Sign in by it no more. Whoever has no password asks for a link to set one',
  params: ofProvider,
  status: 204,
  problems: ['not-found'],
})

export const refresh = operation({
  ...identity,
  id: 'refresh',
  title: 'Renew a session',
  path: '/auth/refresh',
  summary: 'A new access token and a new refresh token; the old one ends',
  body: z.object({ refreshToken: z.string().min(20).max(400).optional() }).optional(),
  status: 200,
  returns: signedIn,
  problems: ['auth/session-ended'],
})

export const logout = operation({
  ...identity,
  id: 'logout',
  title: 'Sign out',
  path: '/auth/logout',
  summary: 'End this session',
  body: z.object({ refreshToken: z.string().min(20).max(400).optional() }).optional(),
  status: 204,
  problems: [],
})

export const forgotPassword = operation({
  ...identity,
  id: 'forgotPassword',
  title: 'Request a password link',
  path: '/auth/password/forgot',
  summary: 'Mail a link to set a new password; answers the same whether or not there is an account',
  body: z.object({ email }),
  status: 202,
  problems: ['too-many-requests'],
})

export const resetPassword = operation({
  ...identity,
  id: 'resetPassword',
  title: 'Set a new password',
  path: '/auth/password/reset',
  summary: 'Set a new password with the mailed link; every session ends',
  body: z.object({ token: link, password }),
  status: 204,
  problems: ['auth/passwords-unavailable', 'auth/link-invalid', 'too-many-requests'],
})

export const verifyEmail = operation({
  ...identity,
  id: 'verifyEmail',
  title: 'Verify an email address',
  path: '/auth/email/verify',
  summary: 'Verify the address with the mailed link; whoever is not signed in to the account sets its password with it',
  body: z.object({ token: link, password: password.optional() }),
  status: 200,
  returns: z.object({ person }),
  problems: ['auth/passwords-unavailable', 'auth/link-invalid', 'auth/password-needed'],
})

export const sendVerification = operation({
  ...self,
  id: 'sendVerification',
  title: 'Resend the verification link',
  sensitive: true,
  method: 'post',
  path: '/me/email/verification',
  throttle: 'identity',
  summary: 'Mail the link to verify the address again',
  status: 202,
  problems: ['too-many-requests'],
})

export const readMe = operation({
  ...self,
  sensitive: true,
  id: 'readMe',
  title: 'Read my account',
  method: 'get',
  path: '/me',
  throttle: 'read',
  summary: 'Who is signed in, and in which businesses',
  status: 200,
  returns: person.extend({ memberships: z.array(membership) }),
  problems: [],
})

export const changeMe = operation({
  ...self,
  id: 'changeMe',
  title: 'Change my account',
  sensitive: true,
  method: 'patch',
  path: '/me',
  throttle: 'write',
  summary: 'Change name, language or zone',
  body: z.object({ name: line(80), locale: localeTag, timeZone: reportedZone }).partial(),
  status: 200,
  returns: person,
  problems: [],
})

export const changePassword = operation({
  ...self,
  id: 'changePassword',
  title: 'Change my password',
  sensitive: true,
  stepUp: true,
  method: 'post',
  path: '/me/password',
  throttle: 'identity',
  summary: 'Set a new password with the old one; every other session ends',
  body: z.object({ currentPassword: typedPassword, password }),
  status: 204,
  problems: ['auth/passwords-unavailable', 'auth/wrong-credentials', 'too-many-requests'],
})

export const changeEmail = operation({
  ...self,
  id: 'changeEmail',
  title: 'Change my email address',
  sensitive: true,
  stepUp: true,
  method: 'post',
  path: '/me/email',
  throttle: 'identity',
  summary:
    'Mail a link to a new address, which takes the place of the old one once it is followed; answers the same where the new one has an account already',
  body: z.object({ email, password: typedPassword }),
  status: 202,
  problems: ['auth/passwords-unavailable', 'auth/wrong-credentials', 'too-many-requests'],
})

const ofSecondFactor = { ...self, sensitive: true, path: '/me/second-factor' } as const

export const readSecondFactor = operation({
  ...ofSecondFactor,
  id: 'readSecondFactor',
  title: 'Read my second factor',
  method: 'get',
  throttle: 'read',
  summary: 'Whether signing in takes a code from my phone',
  status: 200,
  returns: secondFactor,
  problems: [],
})

export const startSecondFactor = operation({
  ...ofSecondFactor,
  id: 'startSecondFactor',
  title: 'Prepare a second factor',
  method: 'post',
  path: '/me/second-factor/setup',
  throttle: 'identity',
  summary:
    'A new secret for the app on my phone (TOTP, RFC 6238). It counts once a code has confirmed it within the hour',
  body: z.object({ password: typedPassword }),
  status: 201,
  returns: z.object({ secret: z.string(), uri: z.string() }),
  problems: [
    'auth/passwords-unavailable',
    'auth/wrong-credentials',
    'auth/email-unverified',
    'auth/second-factor-on',
    'too-many-requests',
  ],
})

export const turnOnSecondFactor = operation({
  ...ofSecondFactor,
  id: 'turnOnSecondFactor',
  title: 'Turn second factor on',
  method: 'post',
  throttle: 'identity',
  summary: 'Confirm the secret with its first code. Every session ends; the one that it answers with begins',
  body: z.object({ code: typedCode }),
  status: 200,
  returns: signedIn.extend({ recoveryCodes }),
  problems: ['auth/wrong-code', 'auth/second-factor-on', 'not-found', 'too-many-requests'],
})

export const turnOffSecondFactor = operation({
  ...ofSecondFactor,
  id: 'turnOffSecondFactor',
  title: 'Turn second factor off',
  stepUp: true,
  method: 'delete',
  throttle: 'write',
  summary: 'Sign in with the password alone from now on. Whoever operates a market cannot',
  status: 200,
  returns: z.object({ session }),
  problems: ['not-found', 'auth/second-factor-required'],
})

export const renewRecoveryCodes = operation({
  ...ofSecondFactor,
  id: 'renewRecoveryCodes',
  title: 'Renew my recovery codes',
  stepUp: true,
  method: 'post',
  path: '/me/second-factor/recovery-codes',
  throttle: 'write',
  summary: 'New recovery codes in place of the old ones',
  status: 200,
  returns: z.object({ recoveryCodes }),
  problems: ['not-found'],
})

export const confirmIdentity = operation({
  ...self,
  id: 'confirmIdentity',
  title: 'Confirm with a code',
  sensitive: true,
  method: 'post',
  path: '/me/confirmation',
  throttle: 'identity',
  summary: 'Show the second factor again. For ten minutes its session may do what `auth/confirmation-needed` refuses',
  body: z.object({ code: typedCode }),
  status: 200,
  returns: z.object({ session }),
  problems: ['auth/wrong-code', 'too-many-requests'],
})

export const listSessions = operation({
  ...self,
  id: 'listSessions',
  title: 'List my sessions',
  sensitive: true,
  method: 'get',
  path: '/me/sessions',
  throttle: 'read',
  summary: 'Where I am signed in, the newest first',
  status: 200,
  returns: z.object({ items: z.array(openSession) }),
  problems: [],
})

export const endSession = operation({
  ...self,
  id: 'endSession',
  title: 'End a session',
  sensitive: true,
  method: 'delete',
  path: '/me/sessions/:sessionId',
  throttle: 'write',
  summary: 'Sign out elsewhere',
  params: z.object({ sessionId: id('session') }),
  status: 204,
  problems: ['not-found'],
})

export const eraseMe = operation({
  ...self,
  id: 'eraseMe',
  title: 'Delete my account',
  sensitive: true,
  stepUp: true,
  method: 'delete',
  path: '/me',
  throttle: 'write',
  summary: 'Erase the account: upcoming bookings are cancelled, sessions end, and nothing names the person any more',
  body: z.object({
    password: typedPassword,
    /** The first name and the text of reviews stay. Otherwise the stars alone do. */
    keepReviews: z.boolean().default(false),
  }),
  status: 204,
  problems: [
    'auth/passwords-unavailable',
    'auth/wrong-credentials',
    'auth/last-owner',
    'auth/last-admin',
    'too-many-requests',
  ],
})

export const requestExport = operation({
  ...self,
  id: 'requestExport',
  title: 'Request my data',
  sensitive: true,
  method: 'post',
  path: '/me/export',
  throttle: 'write',
  summary: 'Collect what is stored of me in one file; a mail says when it is ready',
  status: 202,
  problems: ['too-many-requests'],
})

export const readExport = operation({
  ...self,
  id: 'readExport',
  title: 'Read the export state',
  sensitive: true,
  method: 'get',
  path: '/me/export',
  throttle: 'read',
  summary: 'Whether my file is ready, and until when it is there',
  status: 200,
  returns: z.object({ requestedAt: instant, readyAt: instant.optional(), expiresAt: instant.optional() }),
  problems: ['not-found'],
})

export const downloadExport = operation({
  ...self,
  id: 'downloadExport',
  title: 'Download my data',
  sensitive: true,
  method: 'get',
  path: '/me/export/file',
  throttle: 'read',
  summary: 'My file: what each service has stored of me',
  status: 200,
  returns: z.record(z.string(), z.unknown()),
  problems: ['not-found'],
})

export const createRealtimeToken = operation({
  ...self,
  id: 'createRealtimeToken',
  title: 'Create a realtime token',
  sensitive: true,
  method: 'post',
  path: '/me/realtime-token',
  throttle: 'write',
  summary: 'A short-lived token that only subscribes to realtime channels',
  status: 201,
  returns: z.object({
    token: z.string(),
    expiresAt: instant,
    /** Of the businesses that I belong to: their channels are `/business/{id}/{epoch}`. */
    epochs: z.array(z.object({ businessId: id('business'), epoch: z.int().min(0) })),
  }),
  problems: [],
})

export const listMembers = operation({
  ...members,
  id: 'listMembers',
  title: 'List members',
  sensitive: true,
  method: 'get',
  access: 'manager',
  throttle: 'read',
  summary: 'Who belongs to the business',
  params: ofBusiness,
  status: 200,
  returns: z.object({ items: z.array(member) }),
  problems: [],
})

export const listOwners = operation({
  service: 'auth',
  id: 'listOwners',
  title: 'List owners',
  sensitive: true,
  method: 'get',
  path: '/businesses/:businessId/owners',
  access: 'operator',
  throttle: 'read',
  summary: 'Who answers for a business, and how to reach them, for the operator of its market',
  params: ofBusiness,
  status: 200,
  returns: z.object({ items: z.array(z.object({ personId: id('person'), name: line(80), email })) }),
  problems: ['not-found'],
})

export const readClaimant = operation({
  service: 'auth',
  id: 'readClaimant',
  title: 'Read a claimant',
  sensitive: true,
  method: 'get',
  path: '/claims/:claimId/claimant',
  access: 'operator',
  throttle: 'read',
  summary: 'Who claims a business, and how to reach them, for the operator who decides',
  params: z.object({ claimId: id('claim') }),
  status: 200,
  returns: z.object({ name: line(80), email, emailVerified: z.boolean() }),
  problems: ['not-found'],
})

export const addMember = operation({
  ...members,
  id: 'addMember',
  title: 'Invite a member',
  sensitive: true,
  stepUp: true,
  method: 'post',
  access: 'owner',
  throttle: 'write',
  summary:
    'Invite somebody by their address, or change the role of a member; says nothing of whether there is an account',
  params: ofBusiness,
  body: z.object({
    email,
    role: businessRole.extract(['manager', 'staff']),
    /** The calendar that is theirs from the moment they join. Of a member it changes nothing. */
    staffId: id('staff').optional(),
  }),
  status: 201,
  returns: member,
  problems: ['auth/last-owner', 'too-many-requests', 'limit-reached'],
})

export const removeMember = operation({
  ...members,
  id: 'removeMember',
  title: 'Remove a member',
  sensitive: true,
  stepUp: true,
  method: 'delete',
  path: '/businesses/:businessId/members/:personId',
  access: 'owner',
  throttle: 'write',
  summary: 'End a membership at once',
  params: ofBusiness.extend({ personId: id('person') }),
  status: 204,
  problems: ['auth/last-owner'],
})

export const withdrawInvitation = operation({
  service: 'auth',
  id: 'withdrawInvitation',
  title: 'Withdraw an invitation',
  sensitive: true,
  method: 'delete',
  path: '/businesses/:businessId/invitations/:invitationId',
  access: 'owner',
  throttle: 'write',
  summary: 'End an invitation that nobody has accepted',
  params: ofBusiness.extend({ invitationId: id('invitation') }),
  status: 204,
  problems: ['not-found'],
})

export const listInvitations = operation({
  ...self,
  id: 'listInvitations',
  title: 'List my invitations',
  method: 'get',
  path: '/me/invitations',
  throttle: 'read',
  summary: 'Where the verified address of this account is invited to',
  status: 200,
  returns: z.object({ items: z.array(invitation) }),
  problems: [],
})

export const readInvitationLink = operation({
  ...identity,
  id: 'readInvitationLink',
  title: 'Read an invitation',
  path: '/auth/invitation',
  summary: 'What a mailed invitation is to, and whether its address has an account already',
  body: z.object({ token: link }),
  status: 200,
  returns: invitation.extend({ email, hasAccount: z.boolean() }),
  problems: ['auth/link-invalid'],
})

export const joinBusiness = operation({
  ...identity,
  id: 'joinBusiness',
  title: 'Join a business',
  path: '/auth/invitation/acceptance',
  summary:
    'Accept a mailed invitation: signed in as the invited person, or with the name and password of a new account, whose address the link proves',
  body: z.object({ token: link, name: line(80).optional(), password: password.optional() }),
  status: 200,
  returns: signedIn.partial().extend({ membership }),
  problems: [
    'auth/passwords-unavailable',
    'auth/link-invalid',
    'auth/email-taken',
    'auth/password-needed',
    'limit-reached',
    'too-many-requests',
  ],
})

const ofInvitation = z.object({ invitationId: id('invitation') })

export const acceptInvitation = operation({
  ...self,
  id: 'acceptInvitation',
  title: 'Accept an invitation',
  sensitive: true,
  method: 'post',
  path: '/me/invitations/:invitationId/acceptance',
  throttle: 'write',
  summary: 'Become a member',
  params: ofInvitation,
  status: 200,
  returns: membership,
  problems: ['not-found', 'auth/email-unverified', 'limit-reached'],
})

export const declineInvitation = operation({
  ...self,
  id: 'declineInvitation',
  title: 'Decline an invitation',
  sensitive: true,
  method: 'delete',
  path: '/me/invitations/:invitationId',
  throttle: 'write',
  summary: 'Decline an invitation',
  params: ofInvitation,
  status: 204,
  problems: ['not-found'],
})

export const leaveBusiness = operation({
  ...self,
  id: 'leaveBusiness',
  title: 'Leave a business',
  sensitive: true,
  method: 'delete',
  path: '/me/memberships/:businessId',
  throttle: 'write',
  summary: 'End a membership of one’s own',
  params: ofBusiness,
  status: 204,
  problems: ['auth/last-owner'],
})
