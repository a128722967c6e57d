import { request } from 'node:http'
import { expect, test } from 'vitest'
import {
  connect,
  bookingChanged,
  header,
  owner,
  openSocket,
  startHub,
  stranger,
  tokenOf,
  until,
} from './realtime-support.ts'

const subprotocol = 'aws-appsync-event-ws'

function upgrade(host: string, path: string, headers: Record<string, string>) {
  return new Promise<{ status: number; body: string }>((resolve, reject) => {
    const calls = request(`http://${host}${path}`, {
      headers: {
        Connection: 'Upgrade',
        Upgrade: 'websocket',
        'Sec-WebSocket-Version': '13',
        'Sec-WebSocket-Key': 'dGhlIHNhbXBsZSBub25jZQ==',
        ...headers,
      },
    })
    calls.on('error', reject)
    calls.on('upgrade', (_response, socket) => {
      socket.destroy()
      resolve({ status: 101, body: '' })
    })
    calls.on('response', (response) => {
      let body = ''
      response.on('data', (part: Buffer) => (body += part.toString()))
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body }))
    })
    calls.end()
  })
}

test('only browsers on our own pages, phones and programs get in', async () => {
  await using hub = await startHub({ allowedOrigins: ['https://town.example'] })
  const from = (origin?: string) =>
    upgrade(hub.host, '/event/realtime', { 'Sec-WebSocket-Protocol': subprotocol, ...(origin && { Origin: origin }) })
  expect((await from()).status).toBe(101)
  expect((await from('https://town.example')).status).toBe(101)
  expect((await from(`http://${hub.host}`)).status).toBe(101)
  for (const foreign of ['https://evil.example', 'null', 'https://town.example.evil.example']) {
    const { status, body } = await from(foreign)
    expect([status, JSON.parse(body)]).toMatchObject([403, { errors: [{ errorType: 'UnauthorizedException' }] }])
  }
})

test('another path or subprotocol is refused with what is expected', async () => {
  await using hub = await startHub()
  const offered = { 'Sec-WebSocket-Protocol': 'graphql-ws' }
  expect((await upgrade(hub.host, '/event/realtime', offered)).status).toBe(400)
  expect((await upgrade(hub.host, '/event/realtime', {})).status).toBe(400)
  const lost = await upgrade(hub.host, '/graphql/realtime', { 'Sec-WebSocket-Protocol': subprotocol })
  expect(lost).toMatchObject({ status: 404, body: expect.stringContaining('/event/realtime') as string })
})

test.each([
  ['no token', [subprotocol]],
  ['a forged token', [subprotocol, header('forged')]],
  ['an expired token', [subprotocol, header(tokenOf(owner, '2026-03-20T07:00:00Z'))]],
  ['a header that is no JSON', [subprotocol, 'header-abc']],
  ['a header with the wrong content', [subprotocol, `header-${Buffer.from('[1]').toString('base64url')}`]],
])('a connection with %s is refused before anything else', async (_what, subprotocols) => {
  await using hub = await startHub()
  await using client = await openSocket(hub.ws, subprotocols)
  client.subscribe('mine', '/person/per-owner', tokenOf(owner))
  const refusal = await client.receives('connection_error')
  expect(refusal.errors).toMatchObject([{ errorType: 'UnauthorizedException', errorCode: 401 }])
  expect(await client.closed).toBe(1008)
  expect(client.received.some(({ type }) => type === 'subscribe_success')).toBe(false)
})

test('nonsense gets a clear response, and the connection goes on', async () => {
  await using hub = await startHub()
  await using client = await connect(hub.ws, tokenOf(owner))
  const respondTo = async (nonsense: string | Buffer) => {
    const before = client.received.length
    client.socket.send(nonsense)
    const response = await until(() => client.received[before], `an answer to ${String(nonsense)}`)
    return [response.type, response.id, response.errors?.[0]?.errorType]
  }
  await client.receives('ka')
  expect(await respondTo('{')).toEqual(['error', undefined, 'BadRequestException'])
  expect(await respondTo(Buffer.from('{"type":"connection_init"}'))).toEqual([
    'error',
    undefined,
    'BadRequestException',
  ])
  expect(await respondTo('null')).toEqual(['error', undefined, 'UnsupportedOperation'])
  expect(await respondTo('[]')).toEqual(['error', undefined, 'UnsupportedOperation'])
  expect(await respondTo('{"type":"__proto__","id":"a"}')).toEqual(['error', 'a', 'UnsupportedOperation'])
  expect(await respondTo('{"type":"start","id":"b"}')).toEqual(['error', 'b', 'UnsupportedOperation'])
  expect(await respondTo('{"type":"subscribe"}')).toEqual(['subscribe_error', undefined, 'BadRequestException'])
  expect(await respondTo('{"type":"subscribe","id":"c","channel":{"a":1}}')).toEqual([
    'subscribe_error',
    'c',
    'BadRequestException',
  ])
  expect(await respondTo('{"type":"unsubscribe","id":7}')).toEqual([
    'unsubscribe_error',
    undefined,
    'BadRequestException',
  ])

  client.subscribe('mine', '/person/per-owner', tokenOf(owner))
  await client.receives('subscribe_success', 'mine')
  client.subscribe('mine', '/person/per-owner', tokenOf(owner))
  expect((await client.receives('subscribe_error', 'mine')).errors?.[0]?.errorType).toBe('DuplicatedOperationError')
})

test('clients only subscribe: what one publishes reaches nobody', async () => {
  await using hub = await startHub()
  await using client = await connect(hub.ws, tokenOf(owner))
  client.subscribe('mine', '/person/per-owner', tokenOf(owner))
  await client.receives('subscribe_success')
  const authorization = { host: 'localhost', Authorization: tokenOf(owner) }
  client.send({
    type: 'publish',
    id: 'p',
    channel: '/person/per-owner',
    events: [JSON.stringify(bookingChanged)],
    authorization,
  })
  expect((await client.receives('publish_error', 'p')).errors?.[0]?.errorType).toBe('UnauthorizedException')
  expect(client.received.some(({ type }) => type === 'data')).toBe(false)
})

test('an enormous frame ends its connection and no other', async () => {
  await using hub = await startHub()
  await using quiet = await connect(hub.ws, tokenOf(stranger))
  await using huge = await connect(hub.ws, tokenOf(owner))
  await quiet.receives('connection_ack')
  huge.socket.send('x'.repeat(20_000))
  expect(await huge.closed).toBe(1009)
  quiet.subscribe('mine', '/person/per-stranger', tokenOf(stranger))
  await quiet.receives('subscribe_success')
})

test('a frame that cannot be answered ends its connection without a word of the cause', async () => {
  const epochOf = () => Promise.reject(new Error('password of the database'))
  await using hub = await startHub({ epochOf })
  await using client = await connect(hub.ws, tokenOf(owner))
  client.subscribe('shop', '/business/biz-barber', tokenOf(owner))
  expect(await client.closed).toBe(1011)
  expect(JSON.stringify(client.received)).not.toContain('password')
  expect(hub.logged).toEqual(['A realtime frame could not be answered'])
})

test('subscriptions, connections, silence and floods have limits', async () => {
  const limits = {
    subscriptionsPerConnection: 2,
    connectionsPerPerson: 1,
    framesWaiting: 20,
    connections: 3,
  }
  await using hub = await startHub({ limits })
  await using first = await connect(hub.ws, tokenOf(owner))
  for (const id of ['a', 'b', 'c']) first.subscribe(id, '/person/per-owner', tokenOf(owner))
  expect((await first.receives('subscribe_error', 'c')).errors?.[0]?.errorType).toBe('MaxSubscriptionsReachedError')

  await using second = await connect(hub.ws, tokenOf(owner))
  expect((await second.receives('connection_error')).errors?.[0]?.errorType).toBe('LimitExceededError')
  await using impatient = await startHub({ limits: { handshakeMs: 50 } }) // of those who speak, a slow machine misses that
  await using silent = await openSocket(impatient.ws, [subprotocol, header(tokenOf(stranger))])
  expect(await silent.closed).toBe(1008)

  await using flood = await connect(hub.ws, tokenOf(stranger))
  await flood.receives('connection_ack')
  for (let i = 0; i < 1000; i++) flood.socket.send('{"type":"connection_init"}')
  expect(await flood.closed).toBe(1006)

  await using another = await connect(hub.ws, tokenOf('per_another'))
  await using third = await connect(hub.ws, tokenOf('per_third'))
  await Promise.all([another.receives('connection_ack'), third.receives('connection_ack')])
  await until(() => hub.hub.connections() === 3, 'a full hub')
  expect((await upgrade(hub.host, '/event/realtime', { 'Sec-WebSocket-Protocol': subprotocol })).status).toBe(503)
})

test('a client that does not read is dropped, and the others do not wait for it', async () => {
  await using hub = await startHub({ limits: { unreadBytes: 10_000 } })
  await using slow = await connect(hub.ws, tokenOf(owner))
  await using quick = await connect(hub.ws, tokenOf(owner))
  for (const client of [slow, quick]) {
    client.subscribe('mine', '/person/per-owner', tokenOf(owner))
    await client.receives('subscribe_success')
  }
  slow.socket.pause()
  const many = Array.from({ length: 50 }, () => ({ ...bookingChanged, type: 'x'.repeat(80) }))
  for (let i = 0; hub.hub.connections() > 1 && i < 10_000; i++) {
    await hub.hub.publish('/person/per-owner', many)
    await new Promise((resolve) => setImmediate(resolve))
  }
  expect(hub.hub.connections()).toBe(1)
  expect(hub.logged).toContain('A slow realtime client was dropped')
  const before = quick.received.length
  await hub.hub.publish('/person/per-owner', [bookingChanged])
  await until(() => quick.received.length > before, 'the next event')
})
