import { request } from 'node:http'
import { expect, test } from 'vitest'
import { register } from '@buy-locals/contracts/auth/operations'
import { address } from '@buy-locals/api-client/api'
import { password, startServer } from './support.ts'

/** Host is one of the headers that `fetch` does not let anybody write. */
const send = (url: string, method: string, headers: Record<string, string>, body = '') =>
  new Promise<{ status: number | undefined; cookies: string[] }>((done, failed) => {
    const length = { 'content-length': Buffer.byteLength(body) }
    request(url, { method, headers: { 'content-type': 'application/json', ...headers, ...length } }, (response) =>
      done({ status: response.resume().statusCode, cookies: response.headers['set-cookie'] ?? [] }),
    )
      .on('error', failed)
      .end(body)
  })

test('a page whose name leads to this machine, or that asks from elsewhere, reads no mail and moves no clock', async () => {
  await using server = await startServer({ PAYMENTS: 'off' })
  const { port } = new URL(server.url)
  const strangers: Record<string, string>[] = [
    { host: `thief.example:${port}` },
    { host: 'thief.example' },
    { host: `127.0.0.1.thief.example:${port}`, origin: `http://127.0.0.1.thief.example:${port}` },
    { origin: 'https://thief.example' },
    { origin: 'null' },
  ]
  for (const headers of strangers) {
    const statusOf = async (base: string, method: string, path: string, body?: string) =>
      (await send(base + path, method, headers, body)).status
    expect([headers, await statusOf(server.url, 'GET', '/dev/inbox')]).toEqual([headers, 403])
    expect(await statusOf(server.url, 'GET', '/v1/config')).toBe(403)
    expect(await statusOf(server.url, 'POST', '/test/clock', '{"advance":"PT1H"}')).toBe(403)
    expect(await statusOf(server.internalUrl, 'GET', '/dev/inbox')).toBe(403)
    expect(await statusOf(server.internalUrl, 'GET', '/v1/config')).toBe(403)
  }
  const fromStripe = { origin: 'https://hooks.stripe.com', 'sec-fetch-mode': 'navigate' }
  expect((await send(`${server.url}/v1/config`, 'GET', fromStripe)).status).toBe(200)
  expect((await send(`${server.url}/test/clock`, 'POST', fromStripe, '{"advance":"PT1H"}')).status).toBe(403)
  for (const host of [`localhost:${port}`, `127.0.0.1:${port}`, `[::1]:${port}`, `boise.localhost:${port}`])
    expect([host, (await send(`${server.url}/dev/inbox`, 'GET', { host })).status]).toEqual([host, 200])
})

test('in the demonstration this machine may be called by each of its names, and the dashboard come from its dev server', async () => {
  await using server = await startServer({ PAYMENTS: 'off' })
  const { port } = new URL(server.url)
  const signUp = JSON.stringify({ email: 'cora@example.com', name: 'Cora Lane', password })
  const { cookies } = await send(address(server.url, register, {}), 'POST', {}, signUp)
  const cookie = cookies.map((each) => each.split(';')[0]).join('; ')
  const rename = async (origin: string, host = new URL(origin).host) =>
    (await send(`${server.url}/v1/me`, 'PATCH', { cookie, origin, host }, '{"name":"Cora Hill"}')).status
  for (const name of ['localhost', '127.0.0.1', '[::1]']) {
    for (const origin of [`http://${name}:${port}`, `http://${name}:5173`])
      expect([origin, await rename(origin)]).toEqual([origin, 200])
    expect(await rename(`http://${name}:5173`, `127.0.0.1:${port}`)).toBe(200)
    expect(await rename(`http://${name}:3000`)).toBe(403)
  }
})
