import { createLocalJWKSet, jwtVerify } from 'jose'
import * as api from '@buy-locals/contracts/auth/operations'
import { jwtAuthenticate } from '@buy-locals/service-kit/authenticate'
import { expect, test } from 'vitest'
import { password, startAuth } from './support.ts'

test('whoever registers is signed in, and asked by mail to verify the address', async () => {
  await using auth = await startAuth()
  const { response, person } = await auth.register('Ada@Example.com')
  expect(response.status).toBe(201)
  expect(person).toMatchObject({ email: 'ada@example.com', emailVerified: false, name: 'Ada Baker' })
  expect(response.body).not.toHaveProperty('person.kind')
  const token = await auth.mailed('verify-email', person.id)
  const verified = await auth.call(api.verifyEmail, { body: { token } }, { as: person.id })
  expect(verified.body.person.emailVerified).toBe(true)
})

test('an access token says who it is, can be checked with the published keys, and says nothing of roles', async () => {
  await using auth = await startAuth()
  const { response, person } = await auth.register('ada@example.com')
  const jwks = (await (await fetch(`${auth.url}/.well-known/jwks.json`)).json()) as Parameters<
    typeof createLocalJWKSet
  >[0]
  expect(JSON.stringify(jwks)).not.toMatch(/"(d|p|q|dp|dq|qi)":/)
  const { payload } = await jwtVerify(response.body.session.accessToken, createLocalJWKSet(jwks), {
    audience: 'buy-locals',
    issuer: 'http://127.0.0.1',
    currentDate: new Date(auth.clock().epochMilliseconds),
  })
  expect(payload.sub).toBe(person.id)
  expect(Object.keys(payload).sort()).toEqual(['aud', 'exp', 'iat', 'iss', 'jti', 'sid', 'sub'])
})

test('an access token is good for a quarter of an hour, however often it was checked', async () => {
  await using auth = await startAuth()
  const { response, person } = await auth.register('ada@example.com')
  const published = await fetch(`${auth.url}/.well-known/jwks.json`)
  const keys = (await published.json()) as Parameters<typeof createLocalJWKSet>[0]
  const issued = { issuer: 'http://127.0.0.1', clock: auth.clock, keys }
  const [check, checkForAnother] = ['buy-locals', 'another'].map((audience) => jwtAuthenticate({ ...issued, audience }))
  const { accessToken } = response.body.session
  expect(await check?.(accessToken)).toMatchObject({ id: person.id })
  expect(await check?.(`${accessToken.slice(0, -4)}AAAA`)).toBeUndefined()
  expect(await checkForAnother?.(accessToken)).toBeUndefined()
  await auth.advance('PT14M59S')
  expect(await check?.(accessToken)).toMatchObject({ id: person.id })
  await auth.advance('PT1S')
  expect(await check?.(accessToken)).toBeUndefined()
})

test('browsers get both tokens in cookies that no script reads, and never the refresh token in the body', async () => {
  await using auth = await startAuth()
  await auth.register('ada@example.com')
  const { headers, body } = await auth.call(api.login, { body: { email: 'ada@example.com', password } })
  const cookies = headers.getSetCookie()
  expect(cookies.map((cookie) => cookie.split('=')[0])).toEqual(['bl_access', 'bl_refresh'])
  for (const cookie of cookies) expect(cookie).toMatch(/HttpOnly.*SameSite=Lax/i)
  expect(body.session.refreshToken).toBeUndefined()
})

test('a wrong password and an unknown address get the same answer', async () => {
  await using auth = await startAuth()
  await auth.register('ada@example.com')
  const wrong = await auth.call(api.login, { body: { email: 'ada@example.com', password: 'not this one' } })
  const unknown = await auth.call(api.login, { body: { email: 'nobody@example.com', password } })
  expect([wrong.status, unknown.status]).toEqual([401, 401])
  expect(wrong.problem).toEqual(unknown.problem)
})

test('one address has one account, even if two register at the same moment', async () => {
  await using auth = await startAuth()
  const responses = await Promise.all(Array.from({ length: 8 }, () => auth.register('ada@example.com')))
  expect(responses.map(({ response }) => response.status).sort((a, b) => a - b)).toEqual([
    201, 409, 409, 409, 409, 409, 409, 409,
  ])
})

test('a refresh token is good once; two tabs may use it at the same moment', async () => {
  await using auth = await startAuth()
  const { refreshToken } = await auth.register('ada@example.com')
  const app = { headers: { 'x-client': 'app' } }
  const both = await Promise.all([1, 2].map(() => auth.call(api.refresh, { body: { refreshToken } }, app)))
  expect(both.map(({ status }) => status)).toEqual([200, 200])
  expect(new Set(both.map(({ body }) => body.session.refreshToken)).size).toBe(2)
})

test('a refresh token that comes back later was stolen: the session ends for the thief and for the owner', async () => {
  await using auth = await startAuth()
  const { refreshToken } = await auth.register('ada@example.com')
  const app = { headers: { 'x-client': 'app' } }
  const next = await auth.call(api.refresh, { body: { refreshToken } }, app)
  await auth.advance('PT31S')
  const late = await auth.call(api.refresh, { body: { refreshToken } }, app)
  expect(late.problem?.code).toBe('auth/session-ended')
  const owner = await auth.call(api.refresh, { body: { refreshToken: next.body.session.refreshToken } }, app)
  expect(owner.problem?.code).toBe('auth/session-ended')
})

test('signing out ends the session and clears the cookies', async () => {
  await using auth = await startAuth()
  const { refreshToken } = await auth.register('ada@example.com')
  const out = await auth.call(api.logout, {} as never, { headers: { cookie: `bl_refresh=${refreshToken}` } })
  expect(out.status).toBe(204)
  expect(out.headers.getSetCookie().join()).toMatch(/bl_access=;.*Max-Age=0.*bl_refresh=;.*Max-Age=0/)
  expect((await auth.call(api.refresh, { body: { refreshToken } })).status).toBe(401)
})

test("another site's page cannot use the cookies", async () => {
  await using auth = await startAuth()
  const { refreshToken } = await auth.register('ada@example.com')
  const forged = { headers: { cookie: `bl_refresh=${refreshToken}`, origin: 'https://evil.example' } }
  expect((await auth.call(api.refresh, {} as never, forged)).status).toBe(403)
})

test('a page that calls itself an app still gets the refresh token in a cookie alone', async () => {
  await using auth = await startAuth()
  const { refreshToken } = await auth.register('ada@example.com')
  const signIn = (headers: Record<string, string>) =>
    auth.call(
      api.login,
      { body: { email: 'ada@example.com', password } },
      { headers: { 'x-client': 'app', ...headers } },
    )
  for (const headers of [
    { origin: 'https://ours.example' },
    { cookie: 'bl_access=old' },
    { cookie: 'bl_refresh=old' },
  ]) {
    const { body, headers: received } = await signIn(headers)
    expect(body.session.refreshToken).toBeUndefined()
    expect(received.getSetCookie().join()).toMatch(/bl_refresh=[\w-]{40,}/)
  }
  const cookie = { cookie: `bl_refresh=${refreshToken}`, 'x-client': 'app' }
  const byCookie = await auth.call(api.refresh, {}, { headers: cookie })
  expect(byCookie.body.session.refreshToken).toBeUndefined()
  const token = /bl_refresh=([^;]+)/.exec(byCookie.headers.getSetCookie().join())?.[1] ?? ''
  const byBody = await auth.call(api.refresh, { body: { refreshToken: token } })
  expect(byBody.body.session.refreshToken).toBeTruthy()
  expect(byBody.headers.getSetCookie()).toEqual([])
})

test('cookies of a session that cannot be renewed are taken back', async () => {
  await using auth = await startAuth()
  const ended = await auth.call(api.refresh, {}, { headers: { cookie: 'bl_refresh=of-a-session-that-is-no-more' } })
  expect(ended.problem?.code).toBe('auth/session-ended')
  expect(ended.headers.getSetCookie().join()).toMatch(/bl_access=;.*Max-Age=0.*bl_refresh=;.*Max-Age=0/)
})

test('the cookies of a session that was opened as the last one ended stay when that one is renewed late', async () => {
  await using auth = await startAuth()
  const { refreshToken } = await auth.register('ada@example.com')
  const headers = { cookie: `bl_refresh=${refreshToken}` }
  await auth.call(api.logout, {} as never, { headers })
  const renew = async () => (await auth.call(api.refresh, {}, { headers })).headers.getSetCookie().length
  expect(await renew()).toBe(0)
  await auth.advance('PT31S')
  expect(await renew()).toBe(2)
})

test('a stale token or cookie breaks neither signing in nor registering nor renewing', async () => {
  await using auth = await startAuth()
  const { refreshToken } = await auth.register('ada@example.com')
  for (const headers of [{ authorization: 'Bearer stale' }, { cookie: 'bl_access=stale; bl_refresh=stale' }]) {
    const body = { email: 'ada@example.com', password }
    expect((await auth.call(api.login, { body }, { headers })).status).toBe(200)
    const other = { email: `${Object.keys(headers)[0]}@example.com`, password, name: 'Ben' }
    expect((await auth.call(api.register, { body: other }, { headers })).status).toBe(201)
    expect((await auth.call(api.forgotPassword, { body: { email: body.email } }, { headers })).status).toBe(202)
  }
  const renewed = { headers: { authorization: 'Bearer stale' } }
  expect((await auth.call(api.refresh, { body: { refreshToken } }, renewed)).status).toBe(200)
})
