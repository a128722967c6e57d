import { afterAll, describe, expect, onTestFinished, test } from 'vitest'
import { inProcessFanOut, type FanOut, type HubMessage } from '@buy-locals/server/realtime/fan-out'
import { redisFanOut } from '@buy-locals/server/realtime/redis-fan-out'
import { openRedis } from '@buy-locals/service-kit/redis'
import { hasRedis, startRedis } from '@buy-locals/service-kit/testing/redis'
import { bookingChanged, connect, owner, startHub, tokenOf, until } from './realtime-support.ts'

const quiet = { info: () => {}, warn: () => {} }
const inProcess = inProcessFanOut()
const redis = hasRedis ? await startRedis() : undefined
afterAll(() => redis?.stop())

const kinds: [string, () => Promise<FanOut>][] = [['one process', async () => inProcess]]
if (redis) kinds.push(['Redis', () => open(redis.url)])

/** As a process of its own has it. */
async function open(url: string): Promise<FanOut> {
  const publisher = openRedis(url, quiet)
  await until(() => publisher.status === 'ready', 'Redis')
  const { close, ...fanOut } = await redisFanOut(url, publisher)
  return { ...fanOut, close: () => close().finally(() => publisher.disconnect()) }
}

describe.each(kinds)('between hubs by %s', (_kind, openHere) => {
  test('every hub receives every message once and in order', async () => {
    const [one, other] = [await openHere(), await openHere()]
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

  test('a person connected to one hub receives what another publishes, and is removed when another erases the account', async () => {
    await using near = await startHub({ fanOut: await openHere() })
    await using far = await startHub({ fanOut: await openHere() })
    await using client = await connect(far.ws, tokenOf(owner))
    client.subscribe('shop', '/business/biz-barber', tokenOf(owner))
    await client.receives('subscribe_success')
    await near.hub.publish('/business/biz-barber/0', [bookingChanged])
    expect((await client.receives('data')).event).toEqual([JSON.stringify(bookingChanged)])
    await near.hub.personErased(owner)
    await client.receives('subscribe_error', 'shop')
  })
})

test.skipIf(!redis)(
  'while Redis is down or slow, a process reaches its own clients, and when it is back all are sent to read afresh',
  async () => {
    const own = await startRedis()
    const publisher = openRedis(own.url, quiet)
    onTestFinished(() => publisher.disconnect())
    await using near = await startHub({ fanOut: await redisFanOut(own.url, publisher) })
    await using far = await startHub({ fanOut: await open(own.url) })
    const listen = async ({ ws }: { ws: string }) => {
      const client = await connect(ws, tokenOf(owner))
      client.subscribe('mine', '/person/per-owner', tokenOf(owner))
      await client.receives('subscribe_success')
      return client
    }
    await using client = await listen(near)
    await using remote = await listen(far)
    await own.stop()
    await near.hub.publish('/person/per-owner', [bookingChanged])
    await client.receives('data')
    const again = await startRedis(own.port)
    onTestFinished(again.stop)
    expect(await client.closed).toBe(1012)
    expect(await remote.closed).toBe(1012)

    await using back = await listen(near)
    await using remoteBack = await listen(far)
    again.pause()
    const began = performance.now()
    for (let n = 0; n < 10; n++) await near.hub.publish('/person/per-owner', [bookingChanged])
    expect(performance.now() - began).toBeLessThan(5_000)
    await back.receives('data')
    again.resume()
    expect(await remoteBack.closed).toBe(1012)
  },
)

test.skipIf(!redis)('a hub starts without Redis, and is one of several once it is there', async () => {
  const own = await startRedis()
  await own.stop()
  const publisher = openRedis(own.url, quiet)
  onTestFinished(() => publisher.disconnect())
  await using hub = await startHub({ fanOut: await redisFanOut(own.url, publisher) })
  const again = await startRedis(own.port)
  onTestFinished(again.stop)
  await using other = await startHub({ fanOut: await open(own.url) })
  const isReached = async () => {
    await using client = await connect(hub.ws, tokenOf(owner))
    client.subscribe('mine', '/person/per-owner', tokenOf(owner))
    await client.receives('subscribe_success')
    await other.hub.publish('/person/per-owner', [bookingChanged])
    const received = await Promise.allSettled([client.receives('data')])
    return received[0].status === 'fulfilled'
  }
  // Until the hub is subscribed the other one is alone.
  for (let tries = 0; tries < 3 && !(await isReached()); tries++);
  expect(await isReached()).toBe(true)
})
