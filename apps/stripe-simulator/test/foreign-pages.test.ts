import { request } from 'node:http'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestSimulator, type TestSimulator } from './support.ts'

let simulator: TestSimulator
beforeAll(async () => {
  simulator = await startTestSimulator()
})
afterAll(() => simulator.stop())

const json = { 'content-type': 'application/json' }
const key = () => ({ authorization: `Bearer ${simulator.secretKey}` })

/** Host is one of the headers that `fetch` does not let anybody write. */
const send = (method: string, path: string, headers: Record<string, string>, body = '') =>
  new Promise<number | undefined>((done, failed) => {
    request(simulator.url + path, { method, headers: { ...headers, 'content-length': body.length } }, (response) =>
      done(response.resume().statusCode),
    )
      .on('error', failed)
      .end(body)
  })

test('the control takes JSON with the simulator’s own secret key, nothing else', async () => {
  const clock = (headers: Record<string, string>) =>
    send('POST', '/_control/clock', headers, JSON.stringify({ advance: 'PT1S' }))
  expect(await clock({ ...json, ...key() })).toBe(200)
  expect(await clock(json)).toBe(401)
  expect(await clock({ ...json, authorization: 'Bearer sk_test_0123456789abcdef' })).toBe(401)
  expect(await clock({ ...json, authorization: `Bearer ${simulator.publishableKey}` })).toBe(401)
  expect(await clock({ 'content-type': 'text/plain', ...key() })).toBe(415)
  for (const path of ['state', 'webhooks', 'clock']) {
    expect(await send('GET', `/_control/${path}`, key())).toBe(200)
    expect(await send('GET', `/_control/${path}`, {})).toBe(401)
  }
})

test('the API takes no key but the simulator’s own', async () => {
  const list = (secret: string) => send('GET', '/v1/customers', { authorization: `Bearer ${secret}` })
  expect(await list(simulator.secretKey)).toBe(200)
  expect(await list('sk_test_0123456789abcdef')).toBe(401)
  expect(await list('pk_test_0123456789abcdef')).toBe(401)
})

test('a page from elsewhere gets no response, by its own name or by one that leads to this machine', async () => {
  for (const path of ['/v1/customers', '/_control/state']) {
    for (const origin of ['https://thief.example', 'http://127.0.0.1.thief.example', 'null'])
      expect([origin, await send('GET', path, { ...key(), origin })]).toEqual([origin, 403])
    for (const host of ['thief.example', 'thief.example:4000', '127.0.0.1.thief.example', 'localhost.thief.example'])
      expect([host, await send('GET', path, { ...key(), host })]).toEqual([host, 403])
    for (const host of ['localhost:4000', '127.0.0.1', '[::1]:4000'])
      expect([host, await send('GET', path, { ...key(), host, origin: `http://${host}` })]).toEqual([host, 200])
  }
})
