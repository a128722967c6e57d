import { expect, test } from 'vitest'
import { barber, bookingChanged, connect, owner, soon, startHub, stranger, tokenOf, until } from './realtime-support.ts'

test('a person handles at once what happens to their own things', async () => {
  await using house = await startHub()
  await using client = await connect(house.ws, tokenOf(owner))
  expect(await client.handles('connection_ack')).toEqual({ type: 'connection_ack', connectionTimeoutMs: 90_000 })

  client.subscribe('mine', '/person/per-owner', tokenOf(owner))
  await client.handles('subscribe_success', 'mine')
  await house.hub.publish('/person/per-owner', [bookingChanged])

  expect(await client.handles('data')).toEqual({ id: 'mine', type: 'data', event: [JSON.stringify(bookingChanged)] })
})

test('of two clients only the one on the channel handles, and only until it unsubscribes', async () => {
  await using house = await startHub()
  await using client = await connect(house.ws, tokenOf(owner))
  await using other = await connect(house.ws, tokenOf(stranger))
  client.subscribe('shop', 'business/biz-barber', tokenOf(owner))
  other.subscribe('mine', '/person/per-stranger', tokenOf(stranger))
  await client.handles('subscribe_success')
  await other.handles('subscribe_success')
  await house.hub.publish('/business/biz-barber', [bookingChanged])
  await client.handles('data')

  client.say({ type: 'unsubscribe', id: 'shop' })
  await client.handles('unsubscribe_success', 'shop')
  client.say({ type: 'unsubscribe', id: 'shop' })
  expect((await client.handles('unsubscribe_error', 'shop')).errors?.[0]?.errorType).toBe('UnknownOperationError')
  await house.hub.publish('/business/biz-barber', [bookingChanged])
  await soon()

  expect(client.heard.filter(({ type }) => type === 'data')).toHaveLength(1)
  expect(other.heard.filter(({ type }) => type === 'data')).toHaveLength(0)
})

test.each([
  ["another person's channel", '/person/per-owner', 'Unauthorized'],
  ['the channel of a business one does not belong to', '/business/biz-barber', 'Unauthorized'],
  ['a wildcard', '/person/*', 'BadRequestException'],
  ['a segment of over 50 characters', `/person/per-${'x'.repeat(47)}`, 'BadRequestException'],
  ['an underscore', '/person/per_stranger', 'BadRequestException'],
  ['a longer path', '/person/per-stranger/all', 'BadRequestException'],
])('nobody subscribes to %s', async (_what, channel, errorType) => {
  await using house = await startHub()
  await using client = await connect(house.ws, tokenOf(stranger))
  client.subscribe('it', channel, tokenOf(stranger))
  expect((await client.handles('subscribe_error', 'it')).errors?.[0]?.errorType).toBe(errorType)

  await house.hub.publish('/person/per-owner', [bookingChanged])
  await house.hub.publish('/business/biz-barber', [bookingChanged])
  await soon()
  expect(client.heard.filter(({ type }) => type === 'data')).toEqual([])
})

test('a subscription needs its own valid token', async () => {
  await using house = await startHub()
  await using client = await connect(house.ws, tokenOf(owner))
  client.subscribe('forged', '/person/per-owner', 'forged')
  client.subscribe('old', '/person/per-owner', tokenOf(owner, '2026-03-20T07:59:59Z'))
  client.say({ type: 'subscribe', id: 'none', channel: '/person/per-owner' })
  for (const id of ['forged', 'old', 'none']) {
    expect((await client.handles('subscribe_error', id)).errors?.[0]?.errorType).toBe('UnauthorizedException')
  }
  expect(client.heard.some(({ type }) => type === 'subscribe_success')).toBe(false)
})

test('when the token expires the subscription ends, and a fresh token brings it back', async () => {
  await using house = await startHub()
  await using client = await connect(house.ws, tokenOf(owner, '2026-03-20T08:15:00Z'))
  client.subscribe('first', '/person/per-owner', tokenOf(owner, '2026-03-20T08:15:00Z'))
  await client.handles('subscribe_success', 'first')

  house.pass('PT15M')
  await house.hub.publish('/person/per-owner', [bookingChanged])
  expect((await client.handles('subscribe_error', 'first')).errors?.[0]?.errorType).toBe('UnauthorizedException')
  expect(client.heard.some(({ type }) => type === 'data')).toBe(false)

  client.subscribe('second', '/person/per-owner', tokenOf(owner, '2026-03-20T08:30:00Z'))
  await client.handles('subscribe_success', 'second')
  await house.hub.publish('/person/per-owner', [bookingChanged])
  await client.handles('data', 'second')
})

test('an idle subscription, too, ends with its token, and then the connection', async () => {
  await using house = await startHub()
  await using client = await connect(house.ws, tokenOf(owner))
  client.subscribe('mine', '/person/per-owner', tokenOf(owner))
  await client.handles('subscribe_success')
  house.pass('PT1H')
  await client.handles('subscribe_error', 'mine')
  expect(house.hub.connections()).toBe(1)
  house.pass('PT10S')
  expect(await client.closed).toBe(1008)
})

test('a dismissed manager is out within a second and stays out; colleagues are not', async () => {
  await using house = await startHub()
  house.members.add(`${stranger} ${barber}`)
  await using dismissed = await connect(house.ws, tokenOf(owner))
  await using colleague = await connect(house.ws, tokenOf(stranger))
  for (const [client, person] of [
    [dismissed, owner],
    [colleague, stranger],
  ] as const) {
    client.subscribe('shop', '/business/biz-barber', tokenOf(person))
    await client.handles('subscribe_success', 'shop')
  }

  const started = performance.now()
  house.members.delete(`${owner} ${barber}`)
  await house.hub.membershipEnded(owner, barber)
  expect((await dismissed.handles('subscribe_error', 'shop')).errors?.[0]?.errorType).toBe('Unauthorized')
  expect(performance.now() - started).toBeLessThan(1000)

  await house.hub.publish('/business/biz-barber', [bookingChanged])
  await colleague.handles('data', 'shop')
  expect(dismissed.heard.some(({ type }) => type === 'data')).toBe(false)
  dismissed.subscribe('again', '/business/biz-barber', tokenOf(owner))
  await dismissed.handles('subscribe_error', 'again')
})

test('nothing is heard before the membership is known', async () => {
  const asked = Promise.withResolvers<void>()
  const answered = Promise.withResolvers<boolean>()
  const isMember = () => {
    asked.resolve()
    return answered.promise
  }
  await using house = await startHub({ isMember })
  await using client = await connect(house.ws, tokenOf(stranger))
  client.subscribe('shop', '/business/biz-barber', tokenOf(stranger))
  await asked.promise
  await house.hub.publish('/business/biz-barber', [bookingChanged])
  answered.resolve(false)
  await client.handles('subscribe_error', 'shop')
  expect(client.heard.some(({ type }) => type === 'data')).toBe(false)
})

test('a membership that ends while it is being looked up admits nobody', async () => {
  const asked = Promise.withResolvers<void>()
  const answered = Promise.withResolvers<boolean>()
  const isMember = () => {
    asked.resolve()
    return answered.promise
  }
  await using house = await startHub({ isMember })
  await using client = await connect(house.ws, tokenOf(owner))
  client.subscribe('shop', '/business/biz-barber', tokenOf(owner))
  await asked.promise
  await house.hub.membershipEnded(owner, barber)
  answered.resolve(true)

  await client.handles('subscribe_error', 'shop')
  await house.hub.publish('/business/biz-barber', [bookingChanged])
  await soon()
  expect(client.heard.some(({ type }) => type === 'data' || type === 'subscribe_success')).toBe(false)
})

test('only type, id and version are ever said aloud', async () => {
  await using house = await startHub()
  const told = { ...bookingChanged, name: 'A. Person' }
  await expect(house.hub.publish('/person/per-owner', [told])).rejects.toThrow(/name/)
  await expect(house.hub.publish('/town/all', [bookingChanged])).rejects.toThrow(RangeError)
})

test('every client handles a sign of life, and one that gives none is let go', async () => {
  await using house = await startHub({ limits: { keepAliveMs: 40 } })
  await using lively = await connect(house.ws, tokenOf(owner))
  await using dead = await connect(house.ws, tokenOf(stranger), { autoPong: false })
  await dead.handles('connection_ack')
  expect(await dead.closed).toBe(1006)
  await until(() => lively.heard.filter(({ type }) => type === 'ka').length > 2, 'several signs of life')
  await until(() => house.hub.connections() === 1, 'only the lively one left')
})

test('when the server stops, clients are told to come back later', async () => {
  const house = await startHub()
  await using client = await connect(house.ws, tokenOf(owner))
  await client.handles('connection_ack')
  await house[Symbol.asyncDispose]()
  expect(await client.closed).toBe(1001)
  expect(house.hub.connections()).toBe(0)
})
