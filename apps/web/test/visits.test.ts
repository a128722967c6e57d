import express, { type Request as HttpRequest } from 'express'
import { createHash } from 'node:crypto'
import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Temporal } from 'temporal-polyfill'
import { afterEach, expect, onTestFinished, test, vi } from 'vitest'
import type { Api } from '@buy-locals/api-client/api'
import { Refusal } from '@buy-locals/api-client/refusal'
import { readBusiness, searchBusinesses } from '@buy-locals/contracts/business/operations'
import { newId } from '@buy-locals/values/ids'
import { aMarket, aPerson } from '@buy-locals/features/testing/examples'
import { renewSession } from '../src/server/session'
import { sitePages } from '../src/server/pages'
import { createVisit } from '../src/server/visit'

const servers: Server[] = []
afterEach(() => servers.splice(0).forEach((server) => server.close()))

async function listen(handler: RequestListener): Promise<string> {
  const server = createServer(handler)
  servers.push(server)
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

const config = {
  realtime: { http: 'http://127.0.0.1/event', ws: 'ws://127.0.0.1/event/realtime' },
  payments: { mode: 'off' },
  map: { style: '', hasStreets: false },
  places: { haveAddresses: false },
  minimumAppVersion: '0.0.0',
  demonstration: true,
}

const headersOf = ({ headers: { cookie, 'accept-language': language } }: HttpRequest) => ({
  ...(cookie && { cookie }),
  ...(language && { 'accept-language': language }),
})

const memberships: object[] = []

async function startApi({ refreshes = true } = {}) {
  const calls: string[] = []
  const apiUrl = await listen((req, res) => {
    calls.push(`${req.method} ${req.url} ${req.headers.cookie ?? ''}`.trim())
    const send = (status: number, body: unknown, cookies: string[] = []) =>
      res.writeHead(status, { 'content-type': 'application/json', 'set-cookie': cookies }).end(JSON.stringify(body))
    const isSignedIn = req.headers.cookie?.includes('bl_access=fresh')
    if (req.url === '/v1/config') return send(200, config)
    if (req.url === '/v1/markets') return send(200, { items: [aMarket()] })
    if (req.url === '/v1/me')
      return isSignedIn ? send(200, aPerson({ memberships } as object)) : send(401, { code: 'unauthenticated' })
    return refreshes
      ? send(200, {}, ['bl_access=fresh; Path=/; HttpOnly', 'bl_refresh=second; Path=/v1/auth; HttpOnly'])
      : send(401, {}, ['bl_access=; Max-Age=0', 'bl_refresh=; Max-Age=0'])
  })
  return { calls, apiUrl }
}

/** The API, and in front of it the site: each page answers whose visit it is. */
async function startVisits({ refreshes = true } = {}) {
  const { calls, apiUrl } = await startApi({ refreshes })
  const clock = () => Temporal.Instant.from('2026-11-21T20:00:00Z')
  const app = express()
  app.use(renewSession(apiUrl))
  app.use(async (req, res) => {
    const site = { apiUrl, publicUrl: 'https://buylocals.example', clock, reportError: () => {} }
    const { me, locale, callApi } = await createVisit(site, headersOf(req))
    if (req.path === '/b/corner-cuts') await callApi(readBusiness, { params: { businessId: 'corner-cuts' } })
    res.json({ name: me?.name, locale })
  })
  const siteUrl = await listen(app)
  return { calls, visit: (headers: Record<string, string> = {}, path = '') => fetch(siteUrl + path, { headers }) }
}

test('a returning visitor whose access has run out is still signed in on the first page', async () => {
  const { visit, calls } = await startVisits()
  const page = await visit({ cookie: 'theme=dark; bl_refresh=first' })
  expect(await page.json()).toMatchObject({ name: 'Ana Moreno' })
  expect(page.headers.getSetCookie().map((cookie) => cookie.split(';')[0])).toEqual([
    'bl_access=fresh',
    'bl_refresh=second',
  ])
  expect(calls.filter((call) => call.includes('/auth/refresh'))).toEqual([
    'POST /v1/auth/refresh theme=dark; bl_refresh=first',
  ])
})

test('a session that cannot be renewed is a visit of nobody, and its cookies are taken away', async () => {
  const { visit } = await startVisits({ refreshes: false })
  const page = await visit({ cookie: 'bl_refresh=first' })
  expect(page.status).toBe(200)
  expect(await page.json()).not.toHaveProperty('name')
  expect(page.headers.getSetCookie().join()).toContain('bl_refresh=; Max-Age=0')
})

test('a session that is no more is not shown to what refuses it', async () => {
  const { visit, calls } = await startVisits({ refreshes: false })
  for (const cookie of ['bl_access=dead; bl_refresh=dead; theme=dark', 'theme=dark; bl_refresh=dead'])
    await visit({ cookie }, '/b/corner-cuts')
  expect(calls.filter((call) => call.includes('corner-cuts'))).toEqual(
    Array(2).fill('GET /v1/businesses/corner-cuts theme=dark'),
  )
})

test('what a stranger is shown in the same way is read as one, unless there is more for members or nothing to see', async () => {
  const { calls, apiUrl } = await startApi()
  const asStranger: string[] = []
  const isKnown = (id: string) => id !== 'opens-soon'
  const readShared: Api = async ({ id }, input) => {
    const { businessId = '' } = (input as { params?: { businessId?: string } }).params ?? {}
    asStranger.push(`${id} ${businessId}`.trim())
    if (!isKnown(businessId)) throw new Refusal(404, {})
    return { ...config, items: [aMarket()] } as never
  }
  const clock = () => Temporal.Instant.from('2026-11-21T20:00:00Z')
  const site = { apiUrl, readShared, publicUrl: 'https://buylocals.example', clock, reportError: () => {} }
  const read = async (cookie: string, businessId: string) => {
    const { callApi } = await createVisit(site, { cookie })
    ;[calls, asStranger].forEach((list) => list.splice(0))
    await callApi(searchBusinesses, { query: { near: '1,2' } })
    await callApi(readBusiness, { params: { businessId } }).catch(() => {})
    return [[...asStranger], [...calls]]
  }
  const inOwnName = (path: string) => [`GET /v1/businesses/${path} bl_access=fresh`]
  expect(await read('theme=dark', 'opens-soon')).toEqual([['searchBusinesses', 'readBusiness opens-soon'], []])
  expect(await read('bl_access=fresh', 'cuts')).toEqual([['searchBusinesses', 'readBusiness cuts'], []])
  expect(await read('bl_access=fresh', 'opens-soon')).toEqual([
    ['searchBusinesses', 'readBusiness opens-soon'],
    inOwnName('opens-soon'),
  ])
  memberships.push({ scope: 'biz_01jq0000000000000000000000', role: 'staff' })
  onTestFinished(() => void memberships.splice(0))
  expect(await read('bl_access=fresh', 'cuts')).toEqual([['searchBusinesses'], inOwnName('cuts')])
})

test('markets are read for every page, as everybody is shown them', async () => {
  const { visit, calls } = await startVisits()
  for (const cookie of ['bl_access=fresh', 'theme=dark', 'theme=dark']) await visit({ cookie })
  expect(calls.filter((call) => call.startsWith('GET /v1/markets'))).toEqual(Array(3).fill('GET /v1/markets'))
})

test('whoever is signed in, or never was, is not renewed', async () => {
  const { visit, calls } = await startVisits()
  await visit({ cookie: 'bl_access=fresh; bl_refresh=first' })
  await visit()
  expect(calls.filter((call) => call.includes('/auth/refresh'))).toEqual([])
})

test('what only a restart changes is asked for once', async () => {
  const { visit, calls } = await startVisits()
  await Promise.all([visit(), visit(), visit()])
  expect(calls.filter((call) => call !== 'GET /v1/markets')).toEqual(['GET /v1/config'])
})

test('a reader is addressed in their own way of writing', async () => {
  const { visit } = await startVisits()
  const localeFor = async (headers: Record<string, string>) =>
    ((await (await visit(headers)).json()) as { locale: string }).locale
  expect(await localeFor({ 'accept-language': 'de, en-GB;q=0.8' })).toBe('en-GB')
  expect(await localeFor({ 'accept-language': 'de' })).toBe('en-US')
  expect(await localeFor({ 'accept-language': 'es-419,es;q=0.9,en;q=0.8' })).toBe('es-US')
  expect(await localeFor({ 'accept-language': 'es-MX' })).toBe('es-MX')
  expect(await localeFor({ 'accept-language': 'en-GB', cookie: 'bl_locale=en-US' })).toBe('en-US')
  expect(await localeFor({ 'accept-language': 'en-GB', cookie: 'bl_locale=klingon' })).toBe('en-GB')
  const signedIn = { cookie: 'bl_access=fresh; bl_locale=en-GB', 'accept-language': 'es-US,es;q=0.9' }
  expect(await localeFor(signedIn), 'of the account').toBe('en-US')
})

test('strangers share the page of the locale that the address, their browser or its choice names', async () => {
  const { open, rendered } = await startPages()
  const first = await open('/b/x', { 'accept-language': 'en-GB' })
  expect(first.headers.get('cache-control')).toBe('public, max-age=0, s-maxage=5')
  const chosen = await open('/b/x', { cookie: 'bl_locale=en-GB', 'accept-language': 'en-US' })
  expect([chosen.text, rendered()]).toEqual([first.text, 1])
  const named = await open('/b/x?lang=en-GB', { 'accept-language': 'en-US' })
  expect([named.text.includes('| en-GB |'), rendered()]).toEqual([true, 2])
  const unknown = await open('/b/x?lang=klingon', { 'accept-language': 'en-US' })
  expect(unknown.text).toContain('| en-US |')
  const signedIn = await open('/b/x?lang=en-GB', { cookie: 'bl_access=fresh' })
  expect(signedIn.text).toContain('| en-GB |')
})

const policy = "default-src 'self'; script-src 'self' js.stripe.com; style-src 'self'; style-src-attr 'unsafe-inline'"

/** Pages that say how often they were rendered, for whom and when. The clock stands still until it is moved. */
async function startPages() {
  vi.useFakeTimers({ toFake: ['performance'] }) // a page lives half a second, which a busy machine may need here
  onTestFinished(() => void vi.useRealTimers())
  const { apiUrl } = await startApi()
  let now = Temporal.Instant.from('2026-11-21T20:00:00Z')
  let rendered = 0
  let status = 200
  let held: Promise<void> | undefined
  const render = async (request: Request, visit: Awaited<ReturnType<typeof createVisit>>) => {
    rendered += 1
    const nth = rendered
    await held
    const { me, locale, now: at } = visit
    const { pathname, search } = new URL(request.url)
    const text = [nth, pathname + search, me?.name ?? 'a stranger', locale, at].join(' | ').padEnd(2_000)
    visit.html = `<head><link rel="modulepreload" href="/a.js"/><style id="s">b{}</style></head>${text}
<script>first()</script><script type="module" async="">last()</script>`
    return new Response(null, { status, headers: { 'content-type': 'text/html; charset=utf-8' } })
  }
  const pages = sitePages(render, {
    apiUrl,
    publicUrl: 'https://buylocals.example',
    clock: () => now,
    reportError: () => {},
  })
  const app = express().set('etag', false)
  app.use((_req, res, next) => {
    res.set('content-security-policy', policy)
    next()
  })
  app.use(renewSession(apiUrl), pages.handler)
  const url = await listen(app)
  return {
    url,
    open: async (path = '/', headers: Record<string, string> = {}) => {
      const response = await fetch(url + path, { headers })
      return { response, status: response.status, headers: response.headers, text: await response.text() }
    },
    forget: pages.forget,
    wait: (milliseconds: number) => void (now = now.add({ milliseconds })),
    respondWith: (code: number) => void (status = code),
    rendered: () => rendered,
    /** Every page takes until it is released. */
    hold: () => {
      const { promise, resolve } = Promise.withResolvers<void>()
      held = promise
      return resolve
    },
  }
}

test('a page is rendered once for all strangers of one language, and is never older than half a second', async () => {
  const { open, wait, rendered } = await startPages()
  const atOnce = await Promise.all(Array.from({ length: 20 }, () => open('/b/x?reviews=1', { cookie: 'theme=dark' })))
  expect([rendered(), new Set(atOnce.map(({ text }) => text)).size]).toEqual([1, 1])
  await open('/b/x?reviews=2')
  await open('/b/x?reviews=1', { 'accept-language': 'en-GB' })
  expect(rendered()).toBe(3)
  wait(250)
  await open('/b/x?reviews=1')
  expect(rendered()).toBe(3)
  wait(250)
  expect((await open('/b/x?reviews=1')).text).toContain('20:00:00.5')
  expect(rendered()).toBe(4)
})

test('of a business that has changed the pages that show it are rendered again, and those that found nothing', async () => {
  const { open, forget, rendered, respondWith } = await startPages()
  const [one, other] = [newId('business'), newId('business')]
  const paths = [`/b/${one}`, `/b/${other}`, '/sign-in', '/b/none']
  const openAll = async () => {
    for (const path of paths) {
      respondWith(path === '/b/none' ? 404 : 200)
      await open(path)
    }
    return rendered()
  }
  expect([await openAll(), await openAll()]).toEqual([4, 4])
  forget(['business', one])
  expect(await openAll()).toBe(6)
  forget(['business', 'mkt_1'])
  expect(await openAll()).toBe(10)
})

test('what a page does not read in its address makes no other page of it', async () => {
  const { open, rendered } = await startPages()
  for (const path of [
    '/?q=cut&near=43.6,-116.2',
    '/?near=43.6%2C-116.2&utm_source=x&q=cut',
    '/?q=cut&near=43.6,-116.2&7',
  ])
    expect((await open(path)).text).toContain('| /?near=43.6%2C-116.2&q=cut |')
  expect(rendered()).toBe(1)
})

test('a page that began to be made too long ago is not waited for, and is not kept', async () => {
  const { open, wait, hold, rendered } = await startPages()
  const release = hold()
  const early = open()
  await vi.waitFor(() => expect(rendered()).toBe(1), 60_000)
  wait(600)
  const late = open()
  await vi.waitFor(() => expect(rendered()).toBe(2), 60_000)
  release()
  expect((await early).text).toContain('1 | /')
  expect((await late).text).toContain('2 | /')
  expect((await open()).text).toContain('2 | /')
})

test('few pages are made at once, some wait, and who comes when very many wait is told so', async () => {
  const { open, hold, rendered } = await startPages()
  const release = hold()
  const refused: Awaited<ReturnType<typeof open>>[] = []
  const note = (page: Awaited<ReturnType<typeof open>>) => (page.status === 503 && refused.push(page), page)
  const pages = Array.from({ length: 160 }, (_, i) => open(`/b/${i}`).then(note))
  await vi.waitFor(() => expect(refused).toHaveLength(6), 60_000)
  expect([refused[0]?.headers.get('retry-after'), refused[0]?.text.includes('Very many people')]).toEqual(['2', true])
  expect(rendered()).toBe(4)
  release()
  expect((await Promise.all(pages)).filter(({ status }) => status === 200)).toHaveLength(154)
})

test('a page made for one person is kept by nobody, and nobody else gets it', async () => {
  const { open, rendered } = await startPages()
  await open()
  for (const headers of [
    { cookie: 'bl_access=fresh' },
    { cookie: 'bl_manage=bkg_1.token' },
    { authorization: 'Bearer x' },
  ]) {
    const { headers: sent } = await open('/', headers)
    expect(sent.get('cache-control')).toBe('private, no-store')
  }
  expect(rendered()).toBe(4)
  const renewed = await open('/', { cookie: 'bl_refresh=first' })
  expect([renewed.headers.get('cache-control'), renewed.headers.getSetCookie().length]).toEqual([
    'private, no-store',
    2,
  ])
  expect(renewed.text).toContain('Ana Moreno')
  const { text, headers } = await open()
  expect(text).toContain('a stranger')
  expect([headers.get('cache-control'), headers.getSetCookie()]).toEqual(['public, max-age=0, s-maxage=5', []])
  expect(headers.get('vary')?.toLowerCase().split(', ').toSorted()).toEqual([
    'accept-encoding',
    'accept-language',
    'cookie',
  ])
})

test('whoever has the page already gets 304, and what is not there is kept by no cache on the way', async () => {
  const { open, respondWith } = await startPages()
  const etag = (await open()).headers.get('etag') ?? ''
  expect((await open('/', { 'if-none-match': etag, 'cache-control': 'max-age=0' })).status).toBe(304)
  respondWith(404)
  const missing = await open('/b/none')
  expect([missing.status, missing.headers.get('cache-control'), missing.headers.get('etag')]).toEqual([
    404,
    'no-cache',
    null,
  ])
})

test('a page allows the code that stands in it, by the hash of its bytes, and no other', async () => {
  const { open } = await startPages()
  const { text, headers } = await open()
  const hash = (code: string) => `'sha256-${createHash('sha256').update(code).digest('base64')}'`
  const inline = [...text.matchAll(/<script>(.*?)<\/script>/gs)].map(([, code = '']) => hash(code))
  expect(inline).toHaveLength(2)
  expect(headers.get('content-security-policy')).toBe(
    `default-src 'self'; script-src 'self' ${inline.join(' ')} ${hash('last()')} js.stripe.com; style-src 'self' ${hash('b{}')}; style-src-attr 'unsafe-inline'`,
  )
})

test('a page is read and never written to, and one at another host is not asked for', async () => {
  const { url, open } = await startPages()
  expect((await fetch(url, { method: 'POST' })).status).toBe(404)
  expect(await (await fetch(url, { method: 'HEAD' })).text()).toBe('')
  expect((await open('//evil.example/b')).text).toContain('| //evil.example/b |')
})

test('a page comes compressed as asked for', async () => {
  const { open } = await startPages()
  const texts = new Set<string>()
  for (const encoding of ['zstd', 'br', 'gzip', 'identity']) {
    const { text, headers } = await open('/', { 'accept-encoding': encoding })
    texts.add(text)
    expect(headers.get('content-encoding')).toBe(encoding === 'identity' ? null : encoding)
  }
  expect(texts.size).toBe(1)
  const { headers } = await open('/', { 'accept-encoding': 'gzip, deflate, br, zstd' })
  expect(headers.get('content-encoding'), 'as browsers ask').toBe('zstd')
})
