import { Amplify } from 'aws-amplify'
import { events } from 'aws-amplify/data'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { bookingChanged, owner, startHub, tokenOf, until } from './realtime-support.ts'

// The client AWS ships rewrites every address to wss://; here it is mapped back, because the hub stands behind the gateway's TLS.
const RealWebSocket = globalThis.WebSocket
class PlainWebSocket extends RealWebSocket {
  constructor(...[url, protocols]: ConstructorParameters<typeof WebSocket>) {
    super(String(url).replace('wss://', 'ws://'), protocols)
  }
}

let house: Awaited<ReturnType<typeof startHub>>

beforeAll(async () => {
  globalThis.WebSocket = PlainWebSocket
  house = await startHub()
  Amplify.configure(
    { API: { Events: { endpoint: house.http, region: 'us-east-1', defaultAuthMode: 'oidc' } } },
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
  await house[Symbol.asyncDispose]()
})

async function listen(name: string) {
  const channel = await events.connect(name)
  const heard: unknown[] = []
  const errors: unknown[] = []
  const subscription = channel.subscribe({
    next: ({ event }: { event: unknown }) => void heard.push(event),
    error: (error) => void errors.push(error),
  })
  return { channel, heard, errors, ready: subscription.ready, stop: () => subscription.unsubscribe() }
}

test("AWS's own client connects, subscribes, handles, and handles no more once it has unsubscribed", async () => {
  const mine = await listen('/person/per-owner')
  const shop = await listen('/business/biz-barber')
  await Promise.all([mine.ready, shop.ready])
  expect(house.hub.connections()).toBe(1)

  await house.hub.publish('/person/per-owner', [bookingChanged, { ...bookingChanged, version: 3 }])
  await until(() => mine.heard.length === 2, 'two events')
  expect(mine.heard).toEqual([bookingChanged, { ...bookingChanged, version: 3 }])
  expect(shop.heard).toEqual([])

  mine.stop()
  await house.hub.publish('/business/biz-barber', [bookingChanged])
  await until(() => shop.heard.length === 1, 'the event of the business')
  await house.hub.publish('/person/per-owner', [bookingChanged])
  await house.hub.publish('/business/biz-barber', [bookingChanged])
  await until(() => shop.heard.length === 2, 'the next event of the business')
  expect(mine.heard).toHaveLength(2)
  shop.channel.close()
})

test("AWS's own client is refused a foreign channel and keeps its others", async () => {
  const mine = await listen('/person/per-owner')
  const foreign = await listen('/person/per-stranger')
  await mine.ready
  await expect(foreign.ready).rejects.toMatchObject({ message: expect.stringContaining('Unauthorized') as string })
  expect(foreign.errors).toHaveLength(1)
  await house.hub.publish('/person/per-owner', [bookingChanged])
  await until(() => mine.heard.length === 1, 'the own event')
  mine.channel.close()
})

test("AWS's own client understands that the membership has ended", async () => {
  const shop = await listen('/business/biz-barber')
  await shop.ready
  await house.hub.membershipEnded(owner, 'biz_barber')
  await until(() => shop.errors.length === 1, 'the end of the subscription')
  expect(JSON.stringify(shop.errors)).toContain('The membership has ended')
})

test("AWS's own client may not publish, over the socket or over HTTP", async () => {
  const mine = await listen('/person/per-owner')
  await mine.ready
  await expect(mine.channel.publish(bookingChanged)).rejects.toThrow('Publish errors: UnauthorizedException')
  await expect(events.post('/person/per-owner', bookingChanged)).rejects.toMatchObject({ name: 'Unauthorized' })
  expect(mine.heard).toEqual([])
  mine.channel.close()
})

test("AWS's own client gives up when its token is not accepted", async () => {
  await events.closeAll()
  await expect(events.connect('/person/per-owner', { authMode: 'none', authToken: 'forged' })).rejects.toThrow(
    'UnauthorizedException',
  )
})
