import { createServer, request, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { WebSocket } from 'ws'
import { isForPhones, isOfBundles, openLanGateway } from '../../../tools/run/lan-gateway.mjs'
import { startServer } from './support.ts'

/** Stands for an address in a network: it is another one than the server's, on the same machine. */
const address = '127.0.0.2'

type Sent = { method?: string; headers?: Record<string, string>; body?: string }

/** Paths and headers exactly as they are given, unlike `fetch`. */
const send = (base: string, path: string, { method = 'GET', headers = {}, body = '' }: Sent = {}) =>
  new Promise<{ status: number; text: string }>((done, failed) => {
    const { hostname, port } = new URL(base)
    const outgoing = request({ hostname, port, path, method, headers }, (response) => {
      let text = ''
      response.on('data', (part: Buffer) => (text += part.toString()))
      response.on('error', failed)
      response.on('end', () => done({ status: response.statusCode ?? 0, text }))
    })
    outgoing.on('error', failed)
    outgoing.end(body)
  })

async function startBoth() {
  const server = await startServer({ DEMO: '0' })
  const { port } = new URL(server.url)
  const origins = [`http://${address}:8081`]
  const gateway = await openLanGateway({ address, port: Number(port), to: server.url, origins })
  onTestFinished(async () => {
    gateway.close()
    await server[Symbol.asyncDispose]()
  })
  return { server, gateway, port }
}

const forward = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"advance":"PT1S"}' }

test('a phone in the network reaches the API and its pictures; clock, inbox, metrics and the simulator stay on this machine', async () => {
  const { server, gateway, port } = await startBoth()
  expect(gateway.url).toBe(`http://${address}:${port}`)
  expect((await send(gateway.url, '/v1/markets')).status).toBe(200)
  const config = await send(gateway.url, '/v1/config')
  const { realtime, payments } = JSON.parse(config.text) as { realtime: { ws: string }; payments: { apiBase: string } }
  expect(realtime.ws).toBe(`ws://${address}:${port}/event/realtime`)
  expect(payments.apiBase).toBe(`${gateway.url}/payments-simulator`)
  expect(config.text).not.toContain('127.0.0.1')

  // Each of them is there on this machine itself.
  for (const path of ['/dev/inbox', '/metrics', '/docs', '/health/ready'])
    expect([path, (await send(server.url, path)).status]).toEqual([path, 200])
  expect((await send(server.url, '/test/clock', forward)).status).toBe(200)

  const hidden = ['/dev/inbox', '/DEV/inbox', '/%64ev/inbox', '/v1/../dev/inbox', '/v1/%2e%2e/dev/inbox', '//dev/inbox', '/metrics', '/docs', '/health/ready', '/dev/inbox.data', '/app'] // prettier-ignore
  for (const path of hidden) expect([path, (await send(gateway.url, path)).status]).toEqual([path, 404])
  expect((await send(gateway.url, '/test/clock', forward)).status).toBe(404)
  const ofSimulator = ['/_control/clock', '/_control/state', '/v1/charges', '/authenticate/../_control/clock']
  for (const path of ofSimulator)
    expect([path, (await send(gateway.url, `/payments-simulator${path}`)).status]).toEqual([path, 404])
  const card = { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' } }
  expect((await send(gateway.url, '/payments-simulator/v1/payment_intents/pi_1/confirm', card)).status).toBe(401)
})

test('it answers to its own name alone, and to pages that came from it or from the bundler', async () => {
  const { gateway, port } = await startBoth()
  const own = `${address}:${port}`
  const statusOf = async (headers: Record<string, string>) =>
    (await send(gateway.url, '/v1/markets', { headers })).status
  for (const host of ['thief.example', `thief.example:${port}`, address, `localhost:${port}`, `127.0.0.1:${port}`])
    expect([host, await statusOf({ host })]).toEqual([host, 403])
  for (const origin of ['https://thief.example', 'null', `http://${address}:9`, `http://127.0.0.1:${port}`])
    expect([origin, await statusOf({ host: own, origin })]).toEqual([origin, 403])
  for (const origin of [`http://${own}`, `http://${address}:8081`])
    expect([origin, await statusOf({ host: own, origin })]).toEqual([origin, 200])
})

test('open screens of a phone are pushed to through it', async () => {
  const { server, gateway } = await startBoth()
  const firstMessage = (url: string) =>
    new Promise<string>((done, failed) => {
      const socket = new WebSocket(`${url.replace('http', 'ws')}/event/realtime`, ['aws-appsync-event-ws'])
      onTestFinished(() => socket.terminate())
      socket.once('error', failed)
      socket.on('open', () => socket.send('{"type":"connection_init"}'))
      socket.on('message', (text: Buffer) => done(text.toString()))
    })
  expect(JSON.parse(await firstMessage(gateway.url))).toEqual(JSON.parse(await firstMessage(server.url)))
  const foreign = new WebSocket(`${gateway.url.replace('http', 'ws')}/event/realtime`, ['aws-appsync-event-ws'], { origin: 'https://thief.example' }) // prettier-ignore
  await expect(new Promise((done, failed) => foreign.once('open', done).once('error', failed))).rejects.toThrow('403')
})

test('where the server is not running, a phone is told what to run', async () => {
  const gateway = await openLanGateway({ address, port: 0, to: 'http://127.0.0.1:9' })
  onTestFinished(gateway.close)
  const { status, text } = await send(gateway.url, '/v1/markets')
  expect([status, text]).toEqual([502, 'No server answers at http://127.0.0.1:9: run npm start\n'])
})

/** A gateway before a server that does as the test says. */
async function startBefore(respond: RequestListener, most?: number) {
  const server = createServer(respond)
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  const to = `http://127.0.0.1:${port}`
  const gateway = await openLanGateway({ address, port: 0, to, ...(most && { most }) })
  onTestFinished(() => {
    gateway.close()
    server.closeAllConnections()
    server.close()
  })
  return { to, ...gateway }
}

test('a response that breaks off, or is none, is told and never waited for', async () => {
  const { to, url } = await startBefore((incoming, response) => {
    if (incoming.url === '/v1/garbage') return void response.socket?.end('no HTTP at all')
    const type = incoming.url === '/media/a.jpg' ? 'image/jpeg' : 'application/json'
    response.writeHead(200, { 'content-type': type, 'content-length': '100' }).write('{"items":[')
    setTimeout(() => response.destroy(), 20)
  })
  const brokenOff = { status: 502, text: `What ${to} answered broke off: try again\n` }
  expect(await send(url, '/v1/markets')).toEqual(brokenOff)
  expect(await send(url, '/v1/garbage')).toEqual(brokenOff)
  await expect(send(url, '/media/a.jpg')).rejects.toThrow() // its beginning is with the phone already
})

test('a body that is broken is handed on as it is; one that is too long is told, in both directions', async () => {
  const { to, url } = await startBefore((incoming, response) => {
    incoming.resume().on('end', () => {
      response.writeHead(200, { 'content-type': 'application/json' })
      response.end(incoming.url === '/v1/long' ? `"${'x'.repeat(2_000)}"` : '{"items":[')
    })
  }, 1_000)
  expect(await send(url, '/v1/config')).toEqual({ status: 200, text: '{"items":[' })
  const post = { method: 'POST', body: 'x'.repeat(999) }
  expect(await send(url, '/v1/markets', post)).toEqual({ status: 200, text: '{"items":[' })
  const longer = { method: 'POST', body: 'x'.repeat(1_001) }
  expect(await send(url, '/v1/markets', longer)).toEqual({ status: 413, text: 'At most 1000 bytes can be sent\n' })
  expect(await send(url, '/v1/long')).toEqual({ status: 502, text: `What ${to} answered is longer than 1000 bytes\n` })
})

test('every page of the site and the dashboard that the app opens is for phones, with what the page itself reads', () => {
  const opened = [
    ...['/account', '/account/two-step', '/forgot-password', '/notifications/settings', '/b/corner-cuts/claim'],
    ...['/bookings/bkg_1/pay', '/bookings/bkg_1/delete-data', '/claim', '/unsubscribe/a-token', '/add-business'],
    ...[
      '/dashboard',
      '/dashboard/biz_1/board/bookings/bkg_1',
      '/dashboard/assets/app.js',
      '/credits',
      '/in-browser/b/fenwick/claim',
    ],
    ...['/bookings.data', '/_root.data', '/__manifest', '/suggestions', '/places', '/share/en/biz_1/card.png'],
  ]
  for (const path of opened) expect([path, isForPhones(path)]).toEqual([path, true])
})

test('of the bundler, bundles are for phones, and what opens programs here is not', () => {
  for (const path of ['/', '/index.bundle', '/hot', '/message', '/assets/x.png', '/symbolicate', '/status'])
    expect([path, isOfBundles(path)]).toEqual([path, true])
  for (const path of [
    '/open-url',
    '/Open-Stack-Frame',
    '/json/list',
    '/inspector/device',
    '/debugger-frontend/x',
    '/%6fpen-url',
  ])
    expect([path, isOfBundles(path)]).toEqual([path, false])
  expect(isForPhones('/v1/markets')).toBe(true)
})
