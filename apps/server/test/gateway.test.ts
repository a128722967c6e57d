import { request, type RequestOptions } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { Router } from 'express'
import { application } from '@buy-locals/service-kit/application'
import { createLog } from '@buy-locals/service-kit/log'
import { gateway } from '../src/gateway.ts'

const longJson = JSON.stringify({ items: Array.from({ length: 200 }, (_, id) => ({ id, name: 'ü' })) })
const jsonHeaders = { 'content-type': 'application/json; charset=utf-8', etag: '"content"' }

async function startGateway({ googleMap = false } = {}) {
  const log = createLog({ level: 'silent' })
  const front = gateway({
    connect: [],
    stripe: false,
    googleMap,
    https: false,
    corsOrigins: ['https://shop.example'],
    limitFactor: 1,
  })
  const back = Router()
    .post('/v1/auth/login', (_req, res) => void res.json({ isIn: true }))
    .get('/v1/markets', (_req, res) => void res.set(jsonHeaders).end(longJson))
    .get('/v1/places', (_req, res) => void res.set({ ...jsonHeaders, etag: '"other"' }).end('{"items":[]}'))
  const server = application({ services: [{ router: front }, { router: back }], log }).listen(0, '127.0.0.1')
  await new Promise((done) => server.once('listening', done))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    url,
    tryOften: async (path: string, times: number) => {
      const statuses: number[] = []
      for (let i = 0; i < times; i++) statuses.push((await fetch(url + path, { method: 'POST' })).status)
      return statuses
    },
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
    },
  }
}

test('however a path is written, it counts against the limit of its operation', async () => {
  await using house = await startGateway()
  expect(new Set(await house.tryOften('/v1/auth/login', 40))).toEqual(new Set([200]))
  for (const path of ['/v1/auth/login', '/v1/auth/LOGIN', '/V1/auth/login', '/v1/auth/login/', '//v1/auth/login']) {
    expect([path, await house.tryOften(path, 1)]).not.toEqual([path, [200]])
  }
})

test('a page is counted also where it is asked for as if it were a file', async () => {
  await using house = await startGateway()
  await house.tryOften('/nowhere', 600)
  for (const path of ['/map/../b/shop', '/docs/assets/%2e%2e/%2E%2e/b/shop'])
    expect([path, await tryRaw(house.url, path)]).toEqual([path, 429])
})

test('a request of which no address can be made reaches nothing behind', async () => {
  await using house = await startGateway()
  const attempts = [
    tryRaw(house.url, '/v1/auth/login', { method: 'TRACE' }),
    tryRaw(house.url, '*', { method: 'OPTIONS' }),
    tryRaw(house.url, 'http://elsewhere.example/v1/auth/login'),
    tryRaw(house.url, '/v1/auth/login', { headers: { host: 'no host' } }),
  ]
  expect(await Promise.all(attempts)).toEqual([405, 404, 404, 422])
})

/** As `curl --path-as-is` does: fetch would walk the dots itself. */
const tryRaw = (url: string, path: string, options: RequestOptions = {}) =>
  new Promise((done, failed) => {
    request(url, { path, method: 'POST', ...options }, (response) => done(response.resume().statusCode))
      .on('error', failed)
      .end()
  })

test('a page of a named origin may use the API by token, and no other page may read the response', async () => {
  await using house = await startGateway()
  const requests = (origin: string, method: string) =>
    fetch(`${house.url}/v1/auth/login`, {
      method,
      headers: { origin, 'access-control-request-method': 'POST', 'access-control-request-headers': 'authorization' },
    })
  const preflight = await requests('https://shop.example', 'OPTIONS')
  expect(preflight.status).toBe(204)
  expect(preflight.headers.get('access-control-allow-origin')).toBe('https://shop.example')
  expect(preflight.headers.get('access-control-allow-headers')).toBe('authorization')
  const response = await requests('https://shop.example', 'POST')
  expect(response.headers.get('access-control-allow-origin')).toBe('https://shop.example')
  expect(response.headers.get('access-control-expose-headers')).toContain('retry-after')
  expect(response.headers.get('access-control-allow-credentials')).toBeNull()
  for (const method of ['OPTIONS', 'POST'])
    expect((await requests('https://thief.example', method)).headers.get('access-control-allow-origin')).toBeNull()
})

const encodingsOfBrowsers = 'gzip, deflate, br, zstd'

test('what was read arrives as it is, compressed where whoever asks can read that and it is worth it', async () => {
  await using house = await startGateway()
  const read = async (path: string, encodings: string, method = 'GET') => {
    const response = await fetch(house.url + path, { method, headers: { 'accept-encoding': encodings } })
    expect(response.headers.get('vary')).toContain('Accept-Encoding')
    return { encoding: response.headers.get('content-encoding'), text: await response.text() }
  }
  for (const encoding of ['zstd', 'br', 'gzip', 'br'])
    // the last time as it was kept
    expect(await read('/v1/markets', encoding)).toEqual({ encoding, text: longJson })
  expect(await read('/v1/markets', encodingsOfBrowsers)).toEqual({ encoding: 'zstd', text: longJson })
  expect(await read('/v1/markets', 'identity')).toMatchObject({ encoding: null, text: longJson })
  expect(await read('/v1/markets', 'br', 'HEAD')).toMatchObject({ encoding: null, text: '' })
  expect(await read('/v1/places', 'br')).toMatchObject({ encoding: null, text: '{"items":[]}' })
})

test('only where Google’s map is shown, pages may load from Google', async () => {
  const read = async (googleMap: boolean) => {
    await using house = await startGateway({ googleMap })
    return (await fetch(`${house.url}/v1/markets`)).headers.get('content-security-policy') ?? ''
  }
  expect(await read(false)).not.toMatch(/google|gstatic|unsafe-eval|style-src [^;]*unsafe-inline/)
  const policy = await read(true)
  expect(policy).toContain("script-src 'self' https://maps.googleapis.com https://maps.gstatic.com")
  expect(policy).toMatch(/connect-src [^;]*https:\/\/\*\.googleapis\.com/)
  expect(policy).toMatch(/img-src [^;]*https:\/\/\*\.gstatic\.com/)
  expect(policy, 'no script of any other').not.toMatch(/script-src[^;]*(https: |\*\.google)/)
})
