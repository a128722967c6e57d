import { request } from 'node:http'
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

  const hidden = ['/dev/inbox', '/DEV/inbox', '/%64ev/inbox', '/v1/../dev/inbox', '/v1/%2e%2e/dev/inbox', '//dev/inbox', '/metrics', '/docs', '/health/ready', '/dashboard'] // prettier-ignore
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
