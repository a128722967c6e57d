import { createLocalJWKSet, jwtVerify } from 'jose'
import * as api from '@buy-locals/contracts/auth/operations'
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
