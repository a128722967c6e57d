import { linkRequested } from '@buy-locals/contracts/auth/events'
import * as api from '@buy-locals/contracts/auth/operations'
import { cookieNames } from '@buy-locals/contracts/cookies'
import { newId } from '@buy-locals/values/ids'
import { expect, test } from 'vitest'
import { oidcProviders } from '../src/adapters/oidc-providers.ts'
import { exportPerson } from '../src/use-cases/export-person.ts'
import { client, startOidcServer, type Account } from '../src/testing/oidc-server.ts'
import { generate } from './authenticator.ts'
import { startHostileProvider } from './hostile-provider.ts'
import { browse } from '../src/testing/browse.ts'
import { password, startAuth } from './support.ts'

type Auth = Awaited<ReturnType<typeof startAuth>>

const publicUrl = 'http://127.0.0.1:4000'
const redirectUri = `${publicUrl}/sign-in/oidc`
const params = { provider: 'oidc' } as const
const firefox = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0'

async function startGuild(options = {}) {
  const guild = await startOidcServer(options)
  await guild.serve(redirectUri)
  return guild
}

const startWith = (issuer: string) =>
  startAuth((deps) => {
    const settings = [{ ...{ id: 'oidc' as const, name: 'Guild', issuer }, clientId: client.id, secret: client.secret }]
    return { providers: oidcProviders({ settings, publicUrl, clock: deps.clock, log: deps.log }) }
  })

const cookieOf = (response: { headers: Headers }, name: string) =>
  response.headers
    .getSetCookie()
    .map((line) => line.split(';')[0] ?? '')
    .find((pair) => pair.startsWith(`${name}=`)) ?? ''

/** A browser that begins to sign in, and what it came back with. */
async function begin(auth: Auth, to = '/bookings') {
  const started = await auth.call(api.startProviderSignIn, { params, body: { to } })
  return { url: started.body.url, cookie: cookieOf(started, cookieNames.provider) }
}

const finish = (auth: Auth, response: Record<string, string>, cookie: string, more: Record<string, string> = {}) =>
  auth.call(
    api.finishProviderSignIn,
    { params, body: { response } },
    { headers: { cookie, 'user-agent': firefox, ...more } },
  )

async function signIn(auth: Auth) {
  const { url, cookie } = await begin(auth)
  return finish(auth, await browse(url, redirectUri), cookie)
}

const ada: Account = { sub: 'guild-ada', email: 'Ada@example.com', email_verified: true, name: 'Ada Baker' }

test('somebody new comes by a provider that has verified their address, and comes back as the same person', async () => {
  await using guild = await startGuild()
  await using auth = await startWith(guild.issuer)
  expect((await auth.call(api.listProviders, {})).body.items).toEqual([{ id: 'oidc', name: 'Guild' }])
  guild.signInAs(ada)
  const first = await signIn(auth)
  expect(first.body).toMatchObject({
    to: '/bookings',
    person: { email: 'ada@example.com', emailVerified: true, name: 'Ada Baker' },
  })
  expect(cookieOf(first, cookieNames.access)).not.toBe('')
  guild.signInAs({ ...ada, email: 'ada@elsewhere.example' }) // what they are called there says who they are
  const second = await signIn(auth)
  expect(second.body.person?.id).toBe(first.body.person?.id)
  const { items } = (await auth.call(api.listSessions, {}, { as: first.body.person?.id })).body
  expect(items.map(({ openedWith }) => openedWith)).toEqual(['provider', 'provider'])
})

test('an address that only the second answer of a provider has is read there', async () => {
  await using guild = await startGuild({ inUserinfo: true })
  await using auth = await startWith(guild.issuer)
  guild.signInAs(ada)
  expect((await signIn(auth)).body.person).toMatchObject({ email: 'ada@example.com' })
})

test('an address that the provider has not verified opens nothing and makes nothing', async () => {
  await using guild = await startGuild()
  await using auth = await startWith(guild.issuer)
  await auth.verified('ada@example.com')
  for (const account of [
    { ...ada, email_verified: false },
    { sub: 'guild-ada', email: 'ada@example.com' },
    { sub: 'x' },
  ]) {
    guild.signInAs(account)
    expect((await signIn(auth)).problem?.code).toBe('auth/provider-unverified')
  }
  guild.signInAs({ sub: 'new', email: 'new@example.com', email_verified: false })
  expect((await signIn(auth)).problem?.code).toBe('auth/provider-unverified')
  expect(await auth.db.selectFrom('identities').select('subject').execute()).toEqual([])
})

test('an account with the same address is linked once its password has said so, and then the provider is enough', async () => {
  await using guild = await startGuild()
  await using auth = await startWith(guild.issuer)
  const { id } = await auth.verified('ada@example.com')
  guild.signInAs(ada)
  const half = await signIn(auth)
  expect(half.problem).toMatchObject({ code: 'auth/link-needed', email: 'ada@example.com' })
  expect(cookieOf(half, cookieNames.access)).toBe('')
  const linkToken = String((half.problem as unknown as { linkToken: string }).linkToken)
  const confirm = (typed: string) => auth.call(api.confirmProviderLink, { body: { linkToken, password: typed } })
  expect((await confirm('not the password')).problem?.code).toBe('auth/wrong-credentials')
  expect((await signIn(auth)).problem?.code).toBe('auth/link-needed')
  expect((await confirm(password)).body).toMatchObject({ person: { id }, to: '/bookings' })
  expect((await signIn(auth)).body.person?.id).toBe(id)
  const mails = (await auth.published(linkRequested)).filter(({ data }) => data.kind === 'provider-linked')
  expect(mails).toMatchObject([{ data: { personId: id, to: 'ada@example.com' } }])
})

test('a browser in which somebody has never signed in is told of by mail, where a provider lets them in and where it is linked', async () => {
  await using guild = await startGuild()
  await using auth = await startWith(guild.issuer)
  const { id } = await auth.verified('ada@example.com')
  const mails = async () =>
    (await auth.published(linkRequested)).flatMap(({ data }) => (/device|linked/.test(data.kind) ? data.kind : []))
  guild.signInAs(ada)
  const linkTokenOf = async () => ((await signIn(auth)).problem as unknown as { linkToken: string }).linkToken
  const [linkToken, other] = [await linkTokenOf(), await linkTokenOf()]
  const confirm = (token: string, cookie = '') =>
    auth.call(api.confirmProviderLink, { body: { linkToken: token, password } }, { headers: { 'user-agent': firefox, cookie } }) // prettier-ignore
  const confirmed = await confirm(linkToken)
  expect(await mails()).toEqual(['provider-linked', 'new-device'])
  const device = cookieOf(confirmed, cookieNames.device)
  expect((await confirm(other)).body.person.id).toBe(id) // what is linked already is not linked again
  expect(await mails()).toEqual(['provider-linked', 'new-device', 'new-device'])
  expect((await signIn(auth)).body.person?.id).toBe(id)
  expect(await mails()).toEqual(['provider-linked', 'new-device', 'new-device', 'new-device'])
  expect((await confirm(other, device)).status).toBe(200)
  const { url, cookie } = await begin(auth)
  const again = await finish(auth, await browse(url, redirectUri), `${cookie}; ${device}`)
  expect(again.body.person?.id).toBe(id)
  expect(await mails()).toHaveLength(4)
  const newest = (await auth.published(linkRequested)).findLast(({ data }) => data.kind === 'new-device')
  expect(newest?.data).toMatchObject({ personId: id, to: 'ada@example.com', browser: 'Firefox', system: 'Windows' })
})

test('an account that begins with a provider begins in a browser of its own', async () => {
  await using guild = await startGuild()
  await using auth = await startWith(guild.issuer)
  guild.signInAs(ada)
  expect((await signIn(auth)).status).toBe(200)
  expect((await auth.published(linkRequested)).map(({ data }) => data.kind)).not.toContain('new-device')
})

test('an account that somebody registered with an address that is not theirs is nobody’s way in', async () => {
  await using guild = await startGuild()
  await using auth = await startWith(guild.issuer)
  await auth.register('ada@example.com') // a stranger, who waits for Ada
  guild.signInAs(ada)
  expect((await signIn(auth)).problem?.code).toBe('auth/email-taken')
  expect(await auth.db.selectFrom('identities').select('subject').execute()).toEqual([])
})

test('whoever was invited joins by a provider under the id of the invitation', async () => {
  await using guild = await startGuild()
  await using auth = await startWith(guild.issuer)
  const invited = {
    id: newId('person'),
    kind: 'invited',
    email: 'ada@example.com',
    email_verified: false,
  }
  await auth.db
    .insertInto('people')
    .values({ ...invited, name: 'ada@example.com', locale: 'en', version: 1, created_at: auth.clock() })
    .execute()
  guild.signInAs(ada)
  expect((await signIn(auth)).body.person).toMatchObject({ id: invited.id, emailVerified: true, name: 'Ada Baker' })
})

test('the second factor is asked for, whoever vouches for the first', async () => {
  await using guild = await startGuild()
  await using auth = await startWith(guild.issuer)
  guild.signInAs(ada)
  const { person } = (await signIn(auth)).body
  await auth.call(api.forgotPassword, { body: { email: 'ada@example.com' } })
  const id = person?.id as `per_${string}`
  await auth.call(api.resetPassword, { body: { token: await auth.mailed('reset-password', id), password } })
  const { body } = await auth.call(api.startSecondFactor, { body: { password } }, { as: id })
  await auth.call(api.turnOnSecondFactor, { body: { code: generate(body.secret, auth.clock()) } }, { as: id })
  await auth.advance('PT31S')
  const half = await signIn(auth)
  expect(half.problem?.code).toBe('auth/code-needed')
  expect(half.problem).toMatchObject({ to: '/bookings' })
  const { signInToken } = half.problem as unknown as { signInToken: string }
  const opened = await auth.call(api.signInWithCode, {
    body: { signInToken, code: generate(body.secret, auth.clock()) },
  })
  expect(opened.body.person.id).toBe(id)
})

test('linking takes the code as well, where the account has a second factor', async () => {
  await using guild = await startGuild()
  await using auth = await startWith(guild.issuer)
  const { id } = await auth.verified('ada@example.com')
  const { body } = await auth.call(api.startSecondFactor, { body: { password } }, { as: id })
  await auth.call(api.turnOnSecondFactor, { body: { code: generate(body.secret, auth.clock()) } }, { as: id })
  await auth.advance('PT31S')
  guild.signInAs(ada)
  const { linkToken } = (await signIn(auth)).problem as unknown as { linkToken: string }
  const confirm = (code?: string) =>
    auth.call(api.confirmProviderLink, { body: { linkToken, password, ...(code && { code }) } })
  expect((await confirm()).problem?.code).toBe('auth/code-needed')
  expect((await confirm('000000')).problem?.code).toBe('auth/wrong-code')
  expect(await auth.db.selectFrom('identities').select('subject').execute()).toEqual([])
  const mails = async () => (await auth.published(linkRequested)).map(({ data }) => data.kind)
  expect(await mails()).not.toContain('new-device')
  expect((await confirm(generate(body.secret, auth.clock()))).status).toBe(200)
  expect(await mails()).toContain('new-device')
})

test('whoever is signed in links a provider with their password, and unlinks it', async () => {
  await using guild = await startGuild()
  await using auth = await startWith(guild.issuer)
  const { id } = await auth.verified('ada@example.com')
  const start = (typed: string) => auth.call(api.startProviderLink, { params, body: { password: typed } }, { as: id })
  expect((await start('not the password')).problem?.code).toBe('auth/wrong-credentials')
  const started = await start(password)
  guild.signInAs({ ...ada, email: 'ada@elsewhere.example' })
  const response = await browse(started.body.url, redirectUri)
  const cookie = cookieOf(started, cookieNames.provider)
  const ben = await auth.verified('ben@example.com')
  const asOther = await finish(auth, response, cookie, { authorization: `Bearer test:${ben.id}` })
  expect(asOther.problem?.code).toBe('auth/provider-refused')
  const again = await start(password)
  const linked = await finish(auth, await browse(again.body.url, redirectUri), cookieOf(again, cookieNames.provider), {
    authorization: `Bearer test:${id}`,
  })
  expect(linked.body).toEqual({ to: '/account' })
  const mine = async () => (await auth.call(api.listMyProviders, {}, { as: id })).body.items
  expect(await mine()).toMatchObject([{ id: 'oidc', name: 'Guild', isLinked: true, email: 'ada@elsewhere.example' }])
  expect((await signIn(auth)).body.person?.id).toBe(id)
  expect((await auth.call(api.unlinkProvider, { params }, { as: id })).status).toBe(204)
  expect((await auth.call(api.unlinkProvider, { params }, { as: id })).status).toBe(404)
  expect(await mine()).toMatchObject([{ isLinked: false }])
})

test('what was begun with a password that has been replaced since links nothing, with whichever token', async () => {
  await using guild = await startGuild()
  await using auth = await startWith(guild.issuer)
  const { id } = await auth.verified('ada@example.com')
  const started = await auth.call(api.startProviderLink, { params, body: { password } }, { as: id })
  guild.signInAs({ ...ada, sub: 'stranger', email: 'stranger@elsewhere.example' })
  const response = await browse(started.body.url, redirectUri)
  await auth.call(api.forgotPassword, { body: { email: 'ada@example.com' } })
  const body = { token: await auth.mailed('reset-password', id), password: 'seven quiet lighthouses' }
  expect((await auth.call(api.resetPassword, { body })).status).toBe(204)
  const authorization = `Bearer test:${id}`
  const late = await finish(auth, response, cookieOf(started, cookieNames.provider), { authorization })
  expect(late.problem?.code).toBe('auth/provider-refused')
  expect(await auth.db.selectFrom('identities').select('subject').execute()).toEqual([])
})

test('one that is linked to somebody is linked to nobody else', async () => {
  await using guild = await startGuild()
  await using auth = await startWith(guild.issuer)
  guild.signInAs(ada)
  await signIn(auth)
  const { id } = await auth.verified('ben@example.com')
  const started = await auth.call(api.startProviderLink, { params, body: { password } }, { as: id })
  const response = await browse(started.body.url, redirectUri)
  const linked = await finish(auth, response, cookieOf(started, cookieNames.provider), {
    authorization: `Bearer test:${id}`,
  })
  expect(linked.problem?.code).toBe('auth/provider-taken')
})

test('what came back is good in the browser in which it began, once, and for a quarter of an hour', async () => {
  await using guild = await startGuild()
  await using auth = await startWith(guild.issuer)
  guild.signInAs(ada)
  const refused = async (response: Record<string, string>, cookie: string) =>
    (await finish(auth, response, cookie)).problem?.code
  const [one, other] = [await begin(auth), await begin(auth)]
  const response = await browse(one.url, redirectUri)
  expect(await refused(response, '')).toBe('auth/provider-refused') // another browser
  expect(await refused(response, other.cookie)).toBe('auth/provider-refused') // another attempt: state, nonce and PKCE
  expect(await refused(response, `${cookieNames.provider}=${'A'.repeat(400)}`)).toBe('auth/provider-refused')
  const { state: _, ...stateless } = response
  expect(await refused(stateless, one.cookie)).toBe('auth/provider-refused')
  expect(await refused({ ...response, state: `${response['state']}x` }, one.cookie)).toBe('auth/provider-refused')
  expect((await finish(auth, response, one.cookie)).status).toBe(200)
  expect(await refused(response, one.cookie)).toBe('auth/provider-refused') // its code has been used
  const late = await begin(auth)
  const lateResponse = await browse(late.url, redirectUri)
  await auth.advance('PT16M')
  expect(await refused(lateResponse, late.cookie)).toBe('auth/provider-refused')
})

test('a provider that signs what it should not lets nobody in', async () => {
  await using hostile = await startHostileProvider()
  await using auth = await startWith(hostile.issuer)
  const outcome = async (changes: Record<string, unknown>, more: Record<string, string> = {}) => {
    const { url, cookie } = await begin(auth)
    const { state = '', nonce = '' } = Object.fromEntries(new URL(url).searchParams)
    hostile.sign(nonce, changes)
    const { status, problem } = await finish(auth, { code: 'any', state, iss: hostile.issuer, ...more }, cookie)
    return problem?.code ?? status
  }
  const past = Math.floor(Date.now() / 1_000) - 3_600
  for (const changes of [
    { nonce: undefined },
    { nonce: 'of another attempt' },
    { iss: 'https://accounts.google.com' },
    { aud: 'another client' },
    { aud: ['buy-locals', 'another'], azp: 'another' },
    { exp: past },
    { sub: undefined },
  ])
    expect({ changes, outcome: await outcome(changes) }).toEqual({ changes, outcome: 'auth/provider-refused' })
  // An answer of another provider that was led here, or one that does not say whose it is.
  expect(await outcome({}, { iss: 'https://accounts.google.com' })).toBe('auth/provider-refused')
  expect(await outcome({}, { error: 'access_denied' })).toBe('auth/provider-refused')
  expect(await outcome({})).toBe(200)
  await hostile.signWithAnotherKey()
  expect(await outcome({})).toBe('auth/provider-refused')
})

test('an attempt that began with one provider ends with no other', async () => {
  await using guild = await startGuild()
  await using auth = await startWith(guild.issuer)
  guild.signInAs(ada)
  const { url, cookie } = await begin(auth)
  const response = await browse(url, redirectUri)
  const other = await auth.call(
    api.finishProviderSignIn,
    { params: { provider: 'google' }, body: { response } },
    { headers: { cookie } },
  )
  expect(other.problem?.code).toBe('auth/provider-refused')
})

test('a provider that does not answer is said so, and tried again', async () => {
  await using auth = await startWith('http://127.0.0.1:9')
  const start = () => auth.call(api.startProviderSignIn, { params, body: {} })
  expect((await start()).problem?.code).toBe('auth/provider-unavailable')
  expect((await start()).problem?.code).toBe('auth/provider-unavailable')
  const none = await auth.call(api.startProviderSignIn, { params: { provider: 'google' }, body: {} })
  expect(none.status).toBe(404)
})

test('an export names the providers, and an erased person comes back as somebody new', async () => {
  await using guild = await startGuild()
  await using auth = await startWith(guild.issuer)
  guild.signInAs(ada)
  const first = await signIn(auth)
  const id = first.body.person?.id as `per_${string}`
  expect(await exportPerson({ db: auth.db }, id)).toMatchObject({
    providers: [{ id: 'oidc', email: 'ada@example.com' }],
  })
  await auth.call(api.forgotPassword, { body: { email: 'ada@example.com' } })
  await auth.call(api.resetPassword, { body: { token: await auth.mailed('reset-password', id), password } })
  expect((await auth.call(api.eraseMe, { body: { password } }, { as: id })).status).toBe(204)
  expect(await auth.db.selectFrom('identities').select('subject').execute()).toEqual([])
  expect((await signIn(auth)).body.person?.id).not.toBe(id)
})

test('the form that Apple’s page sends leads to the page that goes on, with nothing but what it needs', async () => {
  await using auth = await startAuth()
  const body = new URLSearchParams({ code: 'c', state: 's', user: '{"name":"Ada"}', 'to://': 'x' })
  const sent = await fetch(`${auth.url}/v1/auth/providers/apple/form`, { method: 'POST', body, redirect: 'manual' })
  expect([sent.status, sent.headers.get('location')]).toEqual([303, '/sign-in/apple?code=c&state=s'])
})
