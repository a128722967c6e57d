import express from 'express'
import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Temporal } from 'temporal-polyfill'
import { afterEach, expect, test } from 'vitest'
import { readBusiness } from '@buy-locals/contracts/business/operations'
import { aMarket, aPerson } from '@buy-locals/features/testing/examples'
import { renewSession } from '../src/server/session'
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
  map: { style: '' },
  minimumAppVersion: '0.0.0',
  demonstration: true,
}

/** The API, and in front of it the site: each page answers whose visit it is. */
async function startVisits({ refreshes = true } = {}) {
  const calls: string[] = []
  const apiUrl = await listen((req, res) => {
    calls.push(`${req.method} ${req.url} ${req.headers.cookie ?? ''}`.trim())
    const send = (status: number, body: unknown, cookies: string[] = []) =>
      res.writeHead(status, { 'content-type': 'application/json', 'set-cookie': cookies }).end(JSON.stringify(body))
    const isSignedIn = req.headers.cookie?.includes('bl_access=fresh')
    if (req.url === '/v1/config') return send(200, config)
    if (req.url === '/v1/markets') return send(200, { items: [aMarket()] })
    if (req.url === '/v1/me') return isSignedIn ? send(200, aPerson()) : send(401, { code: 'unauthenticated' })
    return refreshes
      ? send(200, {}, ['bl_access=fresh; Path=/; HttpOnly', 'bl_refresh=second; Path=/v1/auth; HttpOnly'])
      : send(401, {}, ['bl_access=; Max-Age=0', 'bl_refresh=; Max-Age=0'])
  })
  const clock = () => Temporal.Instant.from('2026-11-21T20:00:00Z')
  const app = express()
  app.use(renewSession(apiUrl))
  app.use(async (req, res) => {
    const site = { apiUrl, publicUrl: 'https://buylocals.example', clock }
    const { me, locale, callApi } = await createVisit(site, req, res)
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

test('whoever is signed in reads the markets as they are, and strangers as they were a minute ago', async () => {
  const { visit, calls } = await startVisits()
  const reads = () => calls.filter((call) => call.startsWith('GET /v1/markets')).length
  for (const cookie of ['bl_access=fresh', 'bl_access=fresh', 'theme=dark', 'theme=dark']) await visit({ cookie })
  expect(reads()).toBe(3)
})

test('whoever is signed in, or never was, is not renewed', async () => {
  const { visit, calls } = await startVisits()
  await visit({ cookie: 'bl_access=fresh; bl_refresh=first' })
  await visit()
  expect(calls.filter((call) => call.includes('/auth/refresh'))).toEqual([])
})

test('a page made for one person is kept by nobody else', async () => {
  const { visit } = await startVisits()
  const cacheOf = async (cookie: string) => (await visit({ cookie })).headers.get('cache-control')
  expect(await cacheOf('bl_access=fresh')).toBe('private, no-store')
  expect(await cacheOf('bl_manage=bkg_1.token')).toBe('private, no-store')
  expect(await cacheOf('theme=dark')).toBe('no-cache')
})

test('what is the same for everybody is asked for once', async () => {
  const { visit, calls } = await startVisits()
  await Promise.all([visit(), visit(), visit()])
  expect(calls.toSorted()).toEqual(['GET /v1/config', 'GET /v1/markets'])
})

test('a reader is addressed in their own way of writing', async () => {
  const { visit } = await startVisits()
  expect(await (await visit({ 'accept-language': 'de, en-GB;q=0.8' })).json()).toMatchObject({ locale: 'en-GB' })
})
