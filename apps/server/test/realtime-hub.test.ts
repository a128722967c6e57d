import { expect, test } from 'vitest'
import { barber, bookingChanged, connect, owner, soon, startHub, stranger, tokenOf, until } from './realtime-support.ts'

test('a person receives at once what happens to their own things', async () => {
  await using hub = await startHub()
  await using client = await connect(hub.ws, tokenOf(owner))
  expect(await client.receives('connection_ack')).toEqual({ type: 'connection_ack', connectionTimeoutMs: 90_000 })

  client.subscribe('mine', '/person/per-owner', tokenOf(owner))
  await client.receives('subscribe_success', 'mine')
  await hub.hub.publish('/person/per-owner', [bookingChanged])

  expect(await client.receives('data')).toEqual({ id: 'mine', type: 'data', event: [JSON.stringify(bookingChanged)] })
})

test('of two clients only the one on the channel receives, and only until it unsubscribes', async () => {
  await using hub = await startHub()
  await using client = await connect(hub.ws, tokenOf(owner))
  await using other = await connect(hub.ws, tokenOf(stranger))
  client.subscribe('shop', 'business/biz-barber', tokenOf(owner))
  other.subscribe('mine', '/person/per-stranger', tokenOf(stranger))
  await client.receives('subscribe_success')
  await other.receives('subscribe_success')
  await hub.hub.publish('/business/biz-barber/0', [bookingChanged])
  await client.receives('data')

  client.send({ type: 'unsubscribe', id: 'shop' })
  await client.receives('unsubscribe_success', 'shop')
  client.send({ type: 'unsubscribe', id: 'shop' })
  expect((await client.receives('unsubscribe_error', 'shop')).errors?.[0]?.errorType).toBe('UnknownOperationError')
  await hub.hub.publish('/business/biz-barber/0', [bookingChanged])
  await soon()

  expect(client.received.filter(({ type }) => type === 'data')).toHaveLength(1)
  expect(other.received.filter(({ type }) => type === 'data')).toHaveLength(0)
})

test.each([
  ["another person's channel", '/person/per-owner', 'Unauthorized'],
  ['the channel of a business one does not belong to', '/business/biz-barber', 'Unauthorized'],
  ['a wildcard', '/person/*', 'BadRequestException'],
  ['a segment of over 50 characters', `/person/per-${'x'.repeat(47)}`, 'BadRequestException'],
  ['an underscore', '/person/per_stranger', 'BadRequestException'],
  ['a longer path', '/person/per-stranger/all', 'BadRequestException'],
  ['an epoch that is no number', '/business/biz-barber/01', 'BadRequestException'],
])('nobody subscribes to %s', async (_what, channel, errorType) => {
  await using hub = await startHub()
  await using client = await connect(hub.ws, tokenOf(stranger))
  client.subscribe('it', channel, tokenOf(stranger))
  expect((await client.receives('subscribe_error', 'it')).errors?.[0]?.errorType).toBe(errorType)

  await hub.hub.publish('/person/per-owner', [bookingChanged])
  await hub.hub.publish('/business/biz-barber/0', [bookingChanged])
  await soon()
  expect(client.received.filter(({ type }) => type === 'data')).toEqual([])
})

test('a subscription needs its own valid token', async () => {
  await using hub = await startHub()
  await using client = await connect(hub.ws, tokenOf(owner))
  client.subscribe('forged', '/person/per-owner', 'forged')
  client.subscribe('old', '/person/per-owner', tokenOf(owner, '2026-03-20T07:59:59Z'))
  client.send({ type: 'subscribe', id: 'none', channel: '/person/per-owner' })
  for (const id of ['forged', 'old', 'none']) {
    expect((await client.receives('subscribe_error', id)).errors?.[0]?.errorType).toBe('UnauthorizedException')
  }
  expect(client.received.some(({ type }) => type === 'subscribe_success')).toBe(false)
})

test('when the token expires the subscription ends, and a fresh token brings it back', async () => {
  await using hub = await startHub()
  await using client = await connect(hub.ws, tokenOf(owner, '2026-03-20T08:15:00Z'))
  client.subscribe('first', '/person/per-owner', tokenOf(owner, '2026-03-20T08:15:00Z'))
  await client.receives('subscribe_success', 'first')

  hub.pass('PT15M')
  await hub.hub.publish('/person/per-owner', [bookingChanged])
  expect((await client.receives('subscribe_error', 'first')).errors?.[0]?.errorType).toBe('UnauthorizedException')
  expect(client.received.some(({ type }) => type === 'data')).toBe(false)

  client.subscribe('second', '/person/per-owner', tokenOf(owner, '2026-03-20T08:30:00Z'))
  await client.receives('subscribe_success', 'second')
  await hub.hub.publish('/person/per-owner', [bookingChanged])
  await client.receives('data', 'second')
})

test('an idle subscription, too, ends with its token, and then the connection', async () => {
  await using hub = await startHub()
  await using client = await connect(hub.ws, tokenOf(owner))
  client.subscribe('mine', '/person/per-owner', tokenOf(owner))
  await client.receives('subscribe_success')
  hub.pass('PT1H')
  await client.receives('subscribe_error', 'mine')
  expect(hub.hub.connections()).toBe(1)
  hub.pass('PT10S')
  expect(await client.closed).toBe(1008)
})

test('a dismissed manager receives nothing more and stays out, though nothing is closed; colleagues subscribe anew', async () => {
  await using hub = await startHub()
  hub.members.add(`${stranger} ${barber}`)
  await using dismissed = await connect(hub.ws, tokenOf(owner))
  await using colleague = await connect(hub.ws, tokenOf(stranger))
  for (const [client, person] of [
    [dismissed, owner],
    [colleague, stranger],
  ] as const) {
    client.subscribe('shop', '/business/biz-barber/0', tokenOf(person))
    client.subscribe('unnamed', '/business/biz-barber', tokenOf(person)) // as clients from before
    await client.receives('subscribe_success', 'shop')
    await client.receives('subscribe_success', 'unnamed')
  }
  await hub.endMembership(owner, barber)
  const moved = [JSON.stringify({ type: 'business.members-changed', id: barber, version: 1 })]
  for (const id of ['shop', 'unnamed'])
    for (const client of [dismissed, colleague]) expect((await client.receives('data', id)).event).toEqual(moved)

  for (const [id, channel] of [
    ['new', '/business/biz-barber/1'],
    ['next', '/business/biz-barber/2'],
    ['old', '/business/biz-barber/0'],
    ['none', '/business/biz-barber'],
  ] as const) {
    dismissed.subscribe(id, channel, tokenOf(owner))
    expect((await dismissed.receives('subscribe_error', id)).errors?.[0]?.errorType).toBe('Unauthorized')
  }
  colleague.subscribe('old', '/business/biz-barber/0', tokenOf(stranger))
  colleague.subscribe('next', '/business/biz-barber/2', tokenOf(stranger))
  for (const id of ['old', 'next'])
    expect((await colleague.receives('subscribe_error', id)).errors?.[0]?.errorType).toBe('UnauthorizedException')
  colleague.subscribe('new', '/business/biz-barber/1', tokenOf(stranger))
  await colleague.receives('subscribe_success', 'new')

  await hub.hub.publish('/business/biz-barber/1', [bookingChanged])
  await colleague.receives('data', 'new')
  await soon()
  expect(JSON.stringify(dismissed.received)).not.toContain(bookingChanged.type)
})

test('a business has no channel without an epoch to publish on', async () => {
  await using hub = await startHub()
  await expect(hub.hub.publish('/business/biz-barber', [bookingChanged])).rejects.toThrow(RangeError)
})

test('nothing is received before the membership is known, and nothing is missed once it is', async () => {
  for (const epoch of [undefined, 0]) {
    const calls = Promise.withResolvers<void>()
    const lookups = [Promise.resolve(0), Promise.withResolvers<number | undefined>()] as const
    let count = 0
    const epochOf = () => {
      if (count++ === 0) return lookups[0]
      calls.resolve()
      return lookups[1].promise
    }
    await using hub = await startHub({ epochOf })
    await using client = await connect(hub.ws, tokenOf(stranger))
    client.subscribe('shop', '/business/biz-barber', tokenOf(stranger))
    await calls.promise
    await hub.hub.publish('/business/biz-barber/0', [bookingChanged])
    lookups[1].resolve(epoch)
    await client.receives(epoch === undefined ? 'subscribe_error' : 'subscribe_success', 'shop')
    await soon()
    expect(client.received.filter(({ type }) => type === 'data')).toHaveLength(epoch === undefined ? 0 : 1)
  }
})

test('a membership that ends while it is being looked up admits nobody to what comes after it', async () => {
  const calls = Promise.withResolvers<void>()
  const current = Promise.withResolvers<number>()
  let count = 0
  const epochOf = () => {
    if (count++ === 0) return Promise.resolve(0)
    calls.resolve()
    return current.promise
  }
  await using hub = await startHub({ epochOf })
  await using client = await connect(hub.ws, tokenOf(owner))
  client.subscribe('shop', '/business/biz-barber', tokenOf(owner))
  await calls.promise
  current.resolve(1)
  await client.receives('subscribe_error', 'shop')
  for (const epoch of [0, 1]) await hub.hub.publish(`/business/biz-barber/${epoch}`, [bookingChanged])
  await soon()
  expect(client.received.some(({ type }) => type === 'data' || type === 'subscribe_success')).toBe(false)
})

test('only type, id and version are ever published', async () => {
  await using hub = await startHub()
  const notified = { ...bookingChanged, name: 'A. Person' }
  await expect(hub.hub.publish('/person/per-owner', [notified])).rejects.toThrow(/name/)
  await expect(hub.hub.publish('/town/all', [bookingChanged])).rejects.toThrow(RangeError)
})

test('every client receives a sign of life, and one that gives none is let go', async () => {
  await using hub = await startHub({ limits: { keepAliveMs: 300 } })
  await using lively = await connect(hub.ws, tokenOf(owner))
  await using dead = await connect(hub.ws, tokenOf(stranger), { autoPong: false })
  await dead.receives('connection_ack')
  expect(await dead.closed).toBe(1006)
  await until(() => lively.received.filter(({ type }) => type === 'ka').length > 2, 'several signs of life')
  await until(() => hub.hub.connections() === 1, 'only the lively one left')
})

test('when the server stops, clients are told to come back later', async () => {
  const hub = await startHub()
  await using client = await connect(hub.ws, tokenOf(owner))
  await client.receives('connection_ack')
  await hub[Symbol.asyncDispose]()
  expect(await client.closed).toBe(1001)
  expect(hub.hub.connections()).toBe(0)
})
