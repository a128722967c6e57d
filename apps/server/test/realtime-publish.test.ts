import { expect, test } from 'vitest'
import { bookingChanged, connect, owner, publishToken, startHub, tokenOf, type Startable } from './realtime-support.ts'

async function start(changes: Startable = {}) {
  const hub = await startHub(changes)
  const post = async (body: unknown, token?: string) => {
    const response = await fetch(hub.http, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(token && { authorization: token }) },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    })
    return { status: response.status, body: (await response.json()) as Record<string, unknown> }
  }
  return { ...hub, post }
}

const event = JSON.stringify(bookingChanged)
const channel = '/person/per-owner'

test("our own publisher's events reach their subscribers", async () => {
  await using hub = await start()
  await using client = await connect(hub.ws, tokenOf(owner))
  client.subscribe('mine', channel, tokenOf(owner))
  await client.receives('subscribe_success')

  const { status, body } = await hub.post({ channel, events: [event, event] }, publishToken)
  expect(status).toBe(200)
  expect(body).toMatchObject({ successful: [{ index: 0 }, { index: 1 }], failed: [] })
  expect((await client.receives('data')).event).toEqual([event])
})

test('nobody else may publish, and the refusal has the shape of AppSync', async () => {
  await using hub = await start()
  const refused = (errorType: string) => ({ errors: [{ errorType, message: expect.any(String) as string }] })
  const body = { channel, events: [event] }
  expect(await hub.post(body)).toEqual({ status: 401, body: refused('UnauthorizedException') })
  expect(await hub.post(body, 'guessed')).toEqual({ status: 401, body: refused('UnauthorizedException') })
  expect(await hub.post(body, tokenOf(owner))).toEqual({ status: 403, body: refused('Unauthorized') })
  await using closed = await start({ publishToken: undefined })
  expect((await closed.post(body, publishToken)).status).toBe(401)
  await using careless = await start({ publishToken: '' })
  expect((await careless.post(body)).status).toBe(401)
})

test('a malformed publication changes nothing and says why', async () => {
  await using hub = await start()
  for (const body of [
    '{',
    'null',
    {},
    { channel: '/person/*', events: [event] },
    { channel, events: [] },
    { channel, events: [bookingChanged] },
    { channel, events: Array(6).fill(event) },
  ]) {
    expect(await hub.post(body, publishToken)).toMatchObject({
      status: 400,
      body: { errors: [{ errorType: 'BadRequestException' }] },
    })
  }
  expect((await hub.post({ channel, events: ['x'.repeat(20_000)] }, publishToken)).status).toBe(413)
  const notified = JSON.stringify({ ...bookingChanged, name: 'A. Person' })
  expect((await hub.post({ channel, events: [notified, event, 'no json'] }, publishToken)).body).toMatchObject({
    successful: [{ index: 1 }],
    failed: [{ index: 0 }, { index: 2 }],
  })
})
