import { afterEach, expect, test, vi } from 'vitest'
import { readMe } from '@buy-locals/contracts/auth/operations'
import { readBusiness } from '@buy-locals/contracts/business/operations'
import { cookieSession } from '../src/session/cookie-session'
import { sessionApi } from '../src/session/session-api'
import type { SessionStore } from '../src/session/session-store'

afterEach(() => vi.unstubAllGlobals())

const json = (status: number, body: object) =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/problem+json' } })

/** An API whose access has run out, and which meets a renewal with `onRefresh`. */
function stubApi(onRefresh: () => Response | Promise<Response>) {
  const calls: string[] = []
  let isSignedIn = false
  vi.stubGlobal('fetch', async (url: string) => {
    calls.push(url)
    if (url !== '/v1/auth/refresh') return json(isSignedIn ? 200 : 401, { code: 'unauthenticated', name: 'Ana' })
    const response = await onRefresh()
    isSignedIn = response.ok
    return response
  })
  return calls
}

test('calls that are refused together share one renewal', async () => {
  const calls = stubApi(() => json(200, {}))
  const callApi = sessionApi({ store: cookieSession })
  expect(await Promise.all([callApi(readMe, {}), callApi(readMe, {})])).toHaveLength(2)
  expect(calls.filter((url) => url === '/v1/auth/refresh')).toHaveLength(1)
})

test('a session that has ended is a refusal, and is tried anew by the next call', async () => {
  const calls = stubApi(() => json(401, { code: 'auth/session-ended' }))
  const callApi = sessionApi({ store: cookieSession })
  await expect(callApi(readMe, {})).rejects.toMatchObject({ code: 'unauthenticated' })
  await expect(callApi(readMe, {})).rejects.toMatchObject({ code: 'unauthenticated' })
  expect(calls.filter((url) => url === '/v1/auth/refresh')).toHaveLength(2)
})

test('on a public page whatever anyone may call is called as a stranger once the session has ended', async () => {
  const calls = stubApi(() => json(401, { code: 'auth/session-ended' }))
  const read = { params: { businessId: 'corner-cuts' } }
  await expect(sessionApi({ store: cookieSession, isPublic: true })(readBusiness, read)).rejects.toMatchObject({
    code: 'unauthenticated',
  })
  expect(calls.map((url) => url.split('/').at(-1))).toEqual(['corner-cuts', 'refresh', 'corner-cuts'])
})

test('a renewal that nobody answered does not say that the session has ended', async () => {
  stubApi(() => Promise.reject(new TypeError('fetch failed')))
  await expect(sessionApi({ store: cookieSession })(readMe, {})).rejects.toThrow('fetch failed')
})

/** An API that takes the newest access token alone, and each refresh token once. */
function stubTokens() {
  const sent = { refreshTokens: [] as string[], accessTokens: [] as (string | null)[] }
  vi.stubGlobal('fetch', async (url: string, { headers, body }: RequestInit) => {
    if (url === '/v1/auth/refresh') {
      const { refreshToken } = JSON.parse(body as string) as { refreshToken: string }
      const isNew = !sent.refreshTokens.includes(refreshToken)
      sent.refreshTokens.push(refreshToken)
      const count = sent.refreshTokens.length
      const session = { accessToken: `access ${count}`, refreshToken: `refresh ${count}`, expiresAt: '' }
      return isNew ? json(200, { session }) : json(401, { code: 'auth/session-ended' })
    }
    const token = new Headers(headers).get('authorization')
    sent.accessTokens.push(token)
    const isCurrent = token === `Bearer access ${sent.refreshTokens.length}`
    return isCurrent ? json(200, { name: 'Ana' }) : json(401, { code: 'unauthenticated' })
  })
  return sent
}

/** As a phone has it: both tokens are its own to keep. */
function storeTokens(): SessionStore {
  let tokens: { accessToken: string; refreshToken: string } | undefined
  tokens = { accessToken: 'expired', refreshToken: 'refresh 0' }
  return {
    headers: (): Record<string, string> => (tokens ? { authorization: `Bearer ${tokens.accessToken}` } : {}),
    refreshInput: async () => (tokens ? { body: { refreshToken: tokens.refreshToken } } : {}),
    save: async ({ accessToken, refreshToken = '' }) => void (tokens = { accessToken, refreshToken }),
    clear: async () => void (tokens = undefined),
  }
}

test('where tokens are stored, each refresh token is sent once, and what is repeated carries the new access token', async () => {
  const sent = stubTokens()
  const callApi = sessionApi({ store: storeTokens() })
  await Promise.all([callApi(readMe, {}), callApi(readMe, {}), callApi(readMe, {})])
  expect(sent.refreshTokens).toEqual(['refresh 0'])
  expect(new Set(sent.accessTokens)).toEqual(new Set(['Bearer expired', 'Bearer access 1']))
})

test('where tokens are stored, those of a session that has ended are not sent again, and what anyone may call is called without', async () => {
  const sent: (string | null)[] = []
  vi.stubGlobal('fetch', async (url: string, { headers }: RequestInit) => {
    if (url === '/v1/auth/refresh') return json(401, { code: 'auth/session-ended' })
    const token = new Headers(headers).get('authorization')
    sent.push(token)
    return token === null ? json(200, { name: 'Corner Cuts' }) : json(401, { code: 'unauthenticated' })
  })
  const callApi = sessionApi({ store: storeTokens(), isPublic: true })
  await callApi(readBusiness, { params: { businessId: 'corner-cuts' } })
  await callApi(readBusiness, { params: { businessId: 'corner-cuts' } })
  expect(sent).toEqual(['Bearer expired', null, null])
})

test('a renewal that arrives after somebody has signed out brings nobody back', async () => {
  const renewal = Promise.withResolvers<Response>()
  const begun = Promise.withResolvers<void>()
  vi.stubGlobal('fetch', async (url: string) => {
    if (url !== '/v1/auth/refresh') return json(401, { code: 'unauthenticated' })
    begun.resolve()
    return renewal.promise
  })
  const store = storeTokens()
  const reading = sessionApi({ store })(readMe, {}).catch((error: unknown) => error)
  await begun.promise
  await store.clear()
  renewal.resolve(json(200, { session: { accessToken: 'access 1', refreshToken: 'refresh 1', expiresAt: '' } }))
  expect(await reading).toMatchObject({ code: 'unauthenticated' })
  expect([store.headers(), await store.refreshInput()]).toEqual([{}, {}])
})

test('a refusal that arrives after another call has renewed the session renews nothing', async () => {
  const slow = Promise.withResolvers<Response>()
  const calls = stubApi(() => json(200, {}))
  const quick = globalThis.fetch
  let isFirst = true
  vi.stubGlobal('fetch', (url: string) => {
    if (!isFirst) return quick(url)
    isFirst = false
    return slow.promise
  })
  const callApi = sessionApi({ store: cookieSession })
  const late = callApi(readMe, {})
  await callApi(readMe, {})
  slow.resolve(json(401, { code: 'unauthenticated' }))
  await late
  expect(calls.filter((url) => url === '/v1/auth/refresh')).toHaveLength(1)
})
