import { Amplify } from 'aws-amplify'
import { events } from 'aws-amplify/data'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { bookingChanged, owner, soon, startHub, stranger, tokenOf, until } from './realtime-support.ts'

// The client AWS ships rewrites every address to wss://; here it is mapped back, because the hub stands behind the gateway's TLS.
const RealWebSocket = globalThis.WebSocket
class PlainWebSocket extends RealWebSocket {
  constructor(...[url, protocols]: ConstructorParameters<typeof WebSocket>) {
    super(String(url).replace('wss://', 'ws://'), protocols)
  }
}

let hub: Awaited<ReturnType<typeof startHub>>

beforeAll(async () => {
  globalThis.WebSocket = PlainWebSocket
  hub = await startHub()
  Amplify.configure(
    { API: { Events: { endpoint: hub.http, region: 'us-east-1', defaultAuthMode: 'oidc' } } },
    {
      Auth: {
        tokenProvider: {
          getTokens: async () => ({ accessToken: { payload: {}, toString: () => tokenOf(owner) } }),
        },
      },
    },
  )
})

afterAll(async () => {
  await events.closeAll()
  globalThis.WebSocket = RealWebSocket
  await hub[Symbol.asyncDispose]()
})

async function listen(name: string) {
  const channel = await events.connect(name)
  const received: unknown[] = []
  const errors: unknown[] = []
  const subscription = channel.subscribe({
    next: ({ event }: { event: unknown }) => void received.push(event),
    error: (error) => void errors.push(error),
  })
  return { channel, received, errors, ready: subscription.ready, stop: () => subscription.unsubscribe() }
}

test("AWS's own client connects, subscribes, receives, and receives no more once it has unsubscribed", async () => {
  const mine = await listen('/person/per-owner')
  const shop = await listen('/business/biz-barber')
  await Promise.all([mine.ready, shop.ready])
  expect(hub.hub.connections()).toBe(1)

  await hub.hub.publish('/person/per-owner', [bookingChanged, { ...bookingChanged, version: 3 }])
  await until(() => mine.received.length === 2, 'two events')
  expect(mine.received).toEqual([bookingChanged, { ...bookingChanged, version: 3 }])
  expect(shop.received).toEqual([])

  mine.stop()
  await hub.hub.publish('/business/biz-barber/0', [bookingChanged])
  await until(() => shop.received.length === 1, 'the event of the business')
  await hub.hub.publish('/person/per-owner', [bookingChanged])
  await hub.hub.publish('/business/biz-barber/0', [bookingChanged])
  await until(() => shop.received.length === 2, 'the next event of the business')
  expect(mine.received).toHaveLength(2)
  shop.channel.close()
})

test("AWS's own client is refused a foreign channel and keeps its others", async () => {
  const mine = await listen('/person/per-owner')
  const foreign = await listen('/person/per-stranger')
  await mine.ready
  await expect(foreign.ready).rejects.toMatchObject({ message: expect.stringContaining('Unauthorized') as string })
  expect(foreign.errors).toHaveLength(1)
  await hub.hub.publish('/person/per-owner', [bookingChanged])
  await until(() => mine.received.length === 1, 'the own event')
  mine.channel.close()
})

test("AWS's own client receives nothing of a business after a membership there has ended, but that it has", async () => {
  const shop = await listen('/business/biz-barber/0')
  await shop.ready
  await hub.endMembership(stranger, 'biz_barber')
  await hub.hub.publish('/business/biz-barber/1', [bookingChanged])
  await until(() => shop.received.length === 1, 'the last event')
  await soon()
  expect(shop.received).toEqual([{ type: 'business.members-changed', id: 'biz_barber', version: 1 }])
  expect(shop.errors).toEqual([])
  shop.channel.close()
})

test("AWS's own client may not publish, over the socket or over HTTP", async () => {
  const mine = await listen('/person/per-owner')
  await mine.ready
  await expect(mine.channel.publish(bookingChanged)).rejects.toThrow('Publish errors: UnauthorizedException')
  await expect(events.post('/person/per-owner', bookingChanged)).rejects.toMatchObject({ name: 'Unauthorized' })
  expect(mine.received).toEqual([])
  mine.channel.close()
})

test("AWS's own client gives up when its token is not accepted", async () => {
  await events.closeAll()
  await expect(events.connect('/person/per-owner', { authMode: 'none', authToken: 'forged' })).rejects.toThrow(
    'UnauthorizedException',
  )
})
