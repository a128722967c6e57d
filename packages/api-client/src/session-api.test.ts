import { afterEach, expect, test, vi } from 'vitest'
import { readMe } from '@buy-locals/contracts/auth/operations'
import { readBusiness } from '@buy-locals/contracts/business/operations'
import { sessionApi } from './session-api.ts'

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
  const callApi = sessionApi()
  expect(await Promise.all([callApi(readMe, {}), callApi(readMe, {})])).toHaveLength(2)
  expect(calls.filter((url) => url === '/v1/auth/refresh')).toHaveLength(1)
})

test('a session that has ended is a refusal, and is tried anew by the next call', async () => {
  const calls = stubApi(() => json(401, { code: 'auth/session-ended' }))
  const callApi = sessionApi()
  await expect(callApi(readMe, {})).rejects.toMatchObject({ code: 'unauthenticated' })
  await expect(callApi(readMe, {})).rejects.toMatchObject({ code: 'unauthenticated' })
  expect(calls.filter((url) => url === '/v1/auth/refresh')).toHaveLength(2)
})

test('on a public page whatever anyone may call is called as a stranger once the session has ended', async () => {
  const calls = stubApi(() => json(401, { code: 'auth/session-ended' }))
  const read = { params: { businessId: 'corner-cuts' } }
  await expect(sessionApi({ isPublic: true })(readBusiness, read)).rejects.toMatchObject({ code: 'unauthenticated' })
  expect(calls.map((url) => url.split('/').at(-1))).toEqual(['corner-cuts', 'refresh', 'corner-cuts'])
})

test('a renewal that nobody answered does not say that the session has ended', async () => {
  stubApi(() => Promise.reject(new TypeError('fetch failed')))
  await expect(sessionApi()(readMe, {})).rejects.toThrow('fetch failed')
})
