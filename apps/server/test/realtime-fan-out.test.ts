import { afterAll, describe, expect, onTestFinished, test } from 'vitest'
import { inProcessFanOut, type FanOut, type HubMessage } from '@buy-locals/server/realtime/fan-out'
import { redisFanOut } from '@buy-locals/server/realtime/redis-fan-out'
import { hasRedis, startRedis } from './redis.ts'
import { barber, bookingChanged, connect, owner, startHub, tokenOf, until } from './realtime-support.ts'

const quiet = { warn: () => {}, error: () => {} }
const inProcess = inProcessFanOut()
const redis = hasRedis ? await startRedis() : undefined
afterAll(() => redis?.stop())

const kinds: [string, () => Promise<FanOut>][] = [['one process', async () => inProcess]]
if (redis) kinds.push(['Redis', () => redisFanOut(redis.url, quiet)])

describe.each(kinds)('between hubs by %s', (_kind, open) => {
  test('every hub receives every message once and in order', async () => {
    const [one, other] = [await open(), await open()]
    const received: HubMessage[][] = [[], []]
    one.subscribe({ onMessage: (message) => received[0]?.push(message), onGap: () => {} })
    other.subscribe({ onMessage: (message) => received[1]?.push(message), onGap: () => {} })
    const messages = ['a', 'b', 'c'].map((event): HubMessage => ({
      kind: 'events',
      channel: '/person/per-owner',
      events: [event],
    }))
    for (const message of messages) await one.broadcast(message)
    await until(() => received.every(({ length }) => length >= messages.length), 'all messages')
    expect(received).toEqual([messages, messages])
    await one.close()
    await other.close()
  })

  test('a person connected to one hub receives what another publishes, and is removed when another ends the membership', async () => {
    await using near = await startHub({ fanOut: await open() })
    await using far = await startHub({ fanOut: await open() })
    await using client = await connect(far.ws, tokenOf(owner))
    client.subscribe('shop', '/business/biz-barber', tokenOf(owner))
    await client.receives('subscribe_success')
    await near.hub.publish('/business/biz-barber', [bookingChanged])
    expect((await client.receives('data')).event).toEqual([JSON.stringify(bookingChanged)])
    await near.hub.membershipEnded(owner, barber)
    await client.receives('subscribe_error', 'shop')
  })
})

test.skipIf(!redis)('when Redis was away, clients are sent to read afresh', async () => {
  const own = await startRedis()
  await using hub = await startHub({ fanOut: await redisFanOut(own.url, quiet) })
  await using client = await connect(hub.ws, tokenOf(owner))
  await client.receives('connection_ack')
  await own.stop()
  await expect(hub.hub.publish('/person/per-owner', [bookingChanged])).rejects.toThrow()
  const again = await startRedis(own.port)
  onTestFinished(again.stop)
  expect(await client.closed).toBe(1012)

  await using back = await connect(hub.ws, tokenOf(owner))
  back.subscribe('mine', '/person/per-owner', tokenOf(owner))
  await back.receives('subscribe_success')
  await hub.hub.publish('/person/per-owner', [bookingChanged])
  await back.receives('data')
})
