import { randomUUID } from 'node:crypto'
import * as identities from '@buy-locals/auth/persistence/identities'
import * as invitations from '@buy-locals/auth/persistence/invitations'
import { storeUnlinked } from '@buy-locals/auth/steps/provider-attempt'
import { sendEmailLink } from '@buy-locals/auth/steps/email-link'
import { createPerson } from '@buy-locals/auth/steps/save-person'
import * as secondFactors from '@buy-locals/auth/persistence/second-factors'
import * as exports from '@buy-locals/auth/persistence/exports'
import { createVerifiedAccount } from '@buy-locals/auth/use-cases/create-verified-account'
import { browse } from '@buy-locals/auth/testing/browse'
import { beginByProvider } from '@buy-locals/auth/use-cases/begin-by-provider'
import { makeExport } from '@buy-locals/auth/use-cases/export-me'
import { codeAt, newTotpSecret } from '@buy-locals/auth/totp'
import { api as client } from '@buy-locals/api-client/api'
import { Refusal } from '@buy-locals/api-client/refusal'
import * as api from '@buy-locals/contracts/auth/operations'
import { cookieNames } from '@buy-locals/contracts/cookies'
import { encrypt } from '@buy-locals/service-kit/encryption'
import { hashSecret, newSecret } from '@buy-locals/service-kit/secret'
import { newId, type Id } from '@buy-locals/values/ids'
import { password } from '../person.ts'
import type { TwoMarkets } from '../two-markets/two-markets.ts'
import { accountOf, type Caller } from './callers.ts'
import { apiRequest, type RequestMakers } from './request.ts'

const newEmail = () => `somebody-${randomUUID()}@example.com`

export const authRequests: RequestMakers = {
  register: async () => apiRequest(api.register, { body: { email: newEmail(), password, name: 'Some Body' } }),
  login: async ({ people }) => apiRequest(api.login, { body: { email: people.stranger.email, password } }),
  signInWithCode: async (markets) => {
    const { code, email } = await secured(markets)
    const half = await client({ baseUrl: markets.running.url })(api.login, { body: { email, password } }).catch(
      signInTokenOf,
    )
    return apiRequest(api.signInWithCode, { body: { signInToken: String(half), code } })
  },
  listProviders: async () => apiRequest(api.listProviders, {}),
  startProviderSignIn: async () => apiRequest(api.startProviderSignIn, { params: { provider: 'oidc' }, body: {} }),
  finishProviderSignIn: async ({ running }) => {
    const { url, attempt } = await beginByProvider(running.composed.auth, { provider: 'oidc', to: '/' })
    const response = await browse(url, `${running.url}/sign-in/oidc`)
    const headers = { cookie: `${cookieNames.provider}=${attempt}` }
    return apiRequest(api.finishProviderSignIn, { params: { provider: 'oidc' }, body: { response } }, { headers })
  },
  confirmProviderLink: async (markets) => {
    const { personId, email } = await newcomer(markets)
    const identity = { provider: 'oidc', issuer: 'https://guild.example', subject: personId, email } as const
    const linkToken = storeUnlinked(markets.running.composed.auth, { ...identity, personId, to: '/' })
    return apiRequest(api.confirmProviderLink, { body: { linkToken, password } })
  },
  listMyProviders: async () => apiRequest(api.listMyProviders, {}),
  startProviderLink: async (markets) => {
    const { token: ownToken } = await newcomer(markets)
    return apiRequest(api.startProviderLink, { params: { provider: 'oidc' }, body: { password } }, { ownToken })
  },
  unlinkProvider: async (markets) => {
    const { personId, email, token: ownToken } = await newcomer(markets)
    const { db, clock } = markets.running.composed.auth
    const identity = { provider: 'oidc', issuer: 'https://guild.example', subject: personId, email } as const
    await db.transaction().execute((tx) => identities.insert(tx, clock(), { ...identity, personId }))
    return apiRequest(api.unlinkProvider, { params: { provider: 'oidc' } }, { ownToken })
  },
  refresh: async (markets) =>
    apiRequest(api.refresh, {}, { headers: { cookie: `${cookieNames.refresh}=${await refreshTokenOf(markets)}` } }),
  logout: async (markets) => apiRequest(api.logout, { body: { refreshToken: await refreshTokenOf(markets) } }),
  forgotPassword: async ({ people }) => apiRequest(api.forgotPassword, { body: { email: people.stranger.email } }),
  resetPassword: async ({ running }) => {
    const { token = '' } = await createVerifiedAccount(running.composed.auth, { email: newEmail(), name: 'Forgetful' })
    return apiRequest(api.resetPassword, { body: { token, password: `${password} anew` } })
  },
  verifyEmail: async ({ running: { composed }, people }) => {
    const { db, clock } = composed.auth
    const mailed = db.transaction().execute((tx) => sendEmailLink(tx, clock(), 'verify-email', people.stranger.id))
    return apiRequest(api.verifyEmail, { body: { token: await mailed } })
  },
  sendVerification: async () => apiRequest(api.sendVerification, {}),
  readMe: async () => apiRequest(api.readMe, {}),
  changeMe: async () =>
    apiRequest(api.changeMe, { body: { name: 'Another PersonName', locale: 'en', timeZone: 'America/Boise' } }),
  changePassword: async (markets) => {
    const body = { currentPassword: password, password: `${password} anew` }
    return apiRequest(api.changePassword, { body }, { ownToken: (await newcomer(markets)).token })
  },
  changeEmail: async (markets) =>
    apiRequest(
      api.changeEmail,
      { body: { email: newEmail(), password } },
      { ownToken: (await newcomer(markets)).token },
    ),
  readSecondFactor: async () => apiRequest(api.readSecondFactor, {}),
  startSecondFactor: async (markets) =>
    apiRequest(api.startSecondFactor, { body: { password } }, { ownToken: (await newcomer(markets)).token }),
  turnOnSecondFactor: async (markets) => {
    const { token: ownToken } = await newcomer(markets)
    const { running } = markets
    const call = client({ baseUrl: running.url, headers: () => ({ authorization: `Bearer ${ownToken}` }) })
    const { secret } = await call(api.startSecondFactor, { body: { password } })
    const code = codeAt(secret, running.composed.auth.clock())
    return apiRequest(api.turnOnSecondFactor, { body: { code } }, { ownToken })
  },
  turnOffSecondFactor: async (markets) =>
    apiRequest(api.turnOffSecondFactor, {}, { ownToken: (await secured(markets)).token }),
  renewRecoveryCodes: async (markets) =>
    apiRequest(api.renewRecoveryCodes, {}, { ownToken: (await secured(markets)).token }),
  confirmIdentity: async (markets) => {
    const { code, token: ownToken } = await secured(markets)
    return apiRequest(api.confirmIdentity, { body: { code } }, { ownToken })
  },
  listSessions: async () => apiRequest(api.listSessions, {}),
  endSession: async (markets) => {
    const { token } = await newcomer(markets)
    const call = client({ baseUrl: markets.running.url, headers: () => ({ authorization: `Bearer ${token}` }) })
    const { items } = await call(api.listSessions, {})
    const sessionId = items[0]?.id ?? 'ses_none'
    return apiRequest(api.endSession, { params: { sessionId } }, { ownToken: token })
  },
  eraseMe: async (markets) =>
    apiRequest(api.eraseMe, { body: { password } }, { ownToken: (await newcomer(markets)).token }),
  requestExport: async () => apiRequest(api.requestExport, {}),
  readExport: async (markets) => apiRequest(api.readExport, {}, { ownToken: await exportedToken(markets) }),
  downloadExport: async (markets) => apiRequest(api.downloadExport, {}, { ownToken: await exportedToken(markets) }),
  createRealtimeToken: async () => apiRequest(api.createRealtimeToken, {}),
  listOwners: async (_, { shop }) => apiRequest(api.listOwners, { params: { businessId: shop.id } }),
  readClaimant: async ({ running, people }, { shop }) => {
    const { db, clock } = running.composed.auth
    const claimId = newId('claim')
    const ids = { claim_id: claimId, person_id: people.stranger.id, market_id: shop.marketId }
    await db
      .insertInto('claims')
      .values({ ...ids, changed_at: clock(), sequence: 1 })
      .execute()
    return apiRequest(api.readClaimant, { params: { claimId } })
  },
  listMembers: async (_, { shop }) => apiRequest(api.listMembers, { params: { businessId: shop.id } }),
  addMember: async (_, { shop }) =>
    apiRequest(api.addMember, { params: { businessId: shop.id }, body: { email: newEmail(), role: 'staff' } }),
  removeMember: async ({ running }, { shop }) => {
    const role = { scope: shop.id, role: 'staff' } as const
    const account = { email: newEmail(), name: 'Brief', password, role }
    const { personId } = await createVerifiedAccount(running.composed.auth, account)
    return apiRequest(api.removeMember, { params: { businessId: shop.id, personId } })
  },
  withdrawInvitation: async ({ callAs }, { shop }) => {
    const params = { businessId: shop.id }
    const email = newEmail()
    await callAs(shop.owner, api.addMember, { params, body: { email, role: 'staff' } })
    const { items } = await callAs(shop.owner, api.listMembers, { params })
    const invitationId = items.find((member) => member.email === email)?.invitationId ?? 'inv_none'
    return apiRequest(api.withdrawInvitation, { params: { ...params, invitationId } })
  },
  readInvitationLink: async (markets) =>
    apiRequest(api.readInvitationLink, { body: { token: await mailInvitation(markets) } }),
  joinBusiness: async (markets) =>
    apiRequest(api.joinBusiness, { body: { token: await mailInvitation(markets), name: 'Newcomer', password } }),
  listInvitations: async () => apiRequest(api.listInvitations, {}),
  acceptInvitation: async (markets, _, caller) =>
    apiRequest(api.acceptInvitation, { params: { invitationId: await invite(markets, caller) } }),
  declineInvitation: async (markets, _, caller) =>
    apiRequest(api.declineInvitation, { params: { invitationId: await invite(markets, caller) } }),
  leaveBusiness: async ({ running, people }, _, caller) => {
    const businessId = newId('business')
    const { email } = accountOf(people, caller)
    const role = { scope: businessId, role: 'staff' } as const
    await createVerifiedAccount(running.composed.auth, { email, name: 'Leaving', password, role })
    return apiRequest(api.leaveBusiness, { params: { businessId } })
  },
}

/** To a business of which nobody else is a member. */
async function invite({ running, people }: TwoMarkets, caller: Caller): Promise<Id<'invitation'>> {
  const { db, clock } = running.composed.auth
  const { id: personId } = accountOf(people, caller)
  const businessId = newId('business')
  await db
    .transaction()
    .execute((tx) => invitations.upsert(tx, clock(), { personId, businessId, role: 'staff', tokenHash: businessId }))
  const received = await invitations.listOpen(db, clock(), personId)
  return received.find((one) => one.businessId === businessId)?.id ?? 'inv_none'
}

/** Of somebody who has no account. Returns the token of the link. */
async function mailInvitation({ running }: TwoMarkets): Promise<string> {
  const { db, clock } = running.composed.auth
  const token = newSecret()
  await db.transaction().execute(async (tx) => {
    const invited = { kind: 'invited', email: newEmail(), emailVerified: false, name: 'Invited', locale: 'en' } as const
    const person = await createPerson(tx, clock(), invited)
    if (!person) throw new Error('The address is taken')
    const invitation = { personId: person.id, businessId: newId('business'), role: 'staff' as const }
    await invitations.upsert(tx, clock(), { ...invitation, tokenHash: hashSecret(token) })
  })
  return token
}

async function refreshTokenOf({ running, people }: TwoMarkets): Promise<string> {
  const anyone = client({ baseUrl: running.url, headers: () => ({ 'x-client': 'app' }) })
  const { session } = await anyone(api.login, { body: { email: people.stranger.email, password } })
  return session.refreshToken ?? ''
}

async function newcomer({ running }: TwoMarkets) {
  const email = newEmail()
  const { personId } = await createVerifiedAccount(running.composed.auth, { email, name: 'Leaving', password })
  const { session } = await client({ baseUrl: running.url })(api.login, { body: { email, password } })
  return { personId, email, token: session.accessToken }
}

/** Somebody new with a second factor, by a recovery code. Their session is one that a password alone has opened. */
async function secured(markets: TwoMarkets) {
  const person = await newcomer(markets)
  const { db, clock, factorSecret } = markets.running.composed.auth
  const code = newSecret()
    .toLowerCase()
    .replaceAll(/[^a-z\d]|[oil]/g, '')
    .slice(0, 16)
  await db.transaction().execute(async (tx) => {
    await secondFactors.start(tx, person.personId, encrypt(factorSecret, newTotpSecret()), clock())
    await secondFactors.turnOn(tx, person.personId, 0, clock())
    await secondFactors.replaceRecoveryCodes(tx, person.personId, [hashSecret(code)])
  })
  return { ...person, code }
}

function signInTokenOf(error: unknown): unknown {
  if (error instanceof Refusal) return error.members['signInToken']
  throw error
}

async function exportedToken(markets: TwoMarkets): Promise<string> {
  const { personId, token } = await newcomer(markets)
  const { auth } = markets.running.composed
  await auth.db.transaction().execute((tx) => exports.request(tx, personId, auth.clock()))
  await makeExport(auth, personId)
  return token
}
