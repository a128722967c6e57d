import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { WebSocketServer } from 'ws'
import { realtime, type RealtimeOptions, type RealtimeStatus } from '@buy-locals/api-client/realtime'
import type { RealtimeEvent } from '@buy-locals/contracts/realtime'
import { barber, bookingChanged, owner, soon, startHub, stranger, tokenOf, until } from './realtime-support.ts'

const pass = (epoch?: number, until?: string) => ({
  token: tokenOf(owner, until),
  epochs: epoch === undefined ? [] : [{ businessId: barber, epoch }],
})
const retry = { firstMs: 10, longestMs: 50 }

function open(hub: { ws: string; http: string }, changes: Partial<RealtimeOptions> = {}) {
  const client = realtime({ ws: hub.ws, http: hub.http, token: () => pass(), retry, ...changes })
  onTestFinished(() => client.close())
  return client
}

function listen(client: ReturnType<typeof realtime>, channel: string) {
  const received: RealtimeEvent[] = []
  const refused: string[] = []
  let resumed = 0
  const stop = client.subscribe(channel, (event) => received.push(event), {
    onResume: () => resumed++,
    onRefused: (errorType) => refused.push(errorType),
  })
  const stands = (times = 1) => until(() => resumed >= times, `${channel} standing for the ${times}. time`)
  return { received, refused, stands, stop, resumed: () => resumed }
}

test('a screen receives its events, and no more once it is left', async () => {
  await using hub = await startHub()
  const client = open(hub)
  const mine = listen(client, '/person/per-owner')
  const shop = listen(client, '/business/biz-barber')
  await Promise.all([mine.stands(), shop.stands()])
  await hub.hub.publish('/person/per-owner', [bookingChanged])
  await until(() => mine.received.length === 1, 'the event')
  expect(mine.received).toEqual([bookingChanged])

  mine.stop()
  await hub.hub.publish('/person/per-owner', [bookingChanged])
  await hub.hub.publish('/business/biz-barber/0', [bookingChanged])
  await until(() => shop.received.length === 1, 'the event of the business')
  expect(mine.received).toHaveLength(1)
  expect(hub.hub.connections()).toBe(1)
})

test('after the server was away the client comes back by itself and tells the screen to read afresh', async () => {
  const hub = await startHub()
  const statuses: RealtimeStatus[] = []
  const client = open(hub)
  client.onStatus((status) => statuses.push(status))
  const mine = listen(client, '/person/per-owner')
  await mine.stands()

  await hub[Symbol.asyncDispose]()
  await until(() => client.status() === 'waiting', 'the loss')
  await using again = await startHub({ port: Number(hub.host.split(':')[1]) })
  await mine.stands(2)
  await again.hub.publish('/person/per-owner', [bookingChanged])
  await until(() => mine.received.length === 1, 'an event from the new server')
  expect(statuses.slice(0, 4)).toEqual(['connecting', 'open', 'waiting', 'connecting'])
})

test('an expired token is renewed without the screen noticing more than a fresh start', async () => {
  await using hub = await startHub()
  let ends = '2026-03-20T08:15:00Z'
  let input = 0
  const client = open(hub, { token: async () => (input++, pass(0, ends)) })
  const mine = listen(client, '/person/per-owner')
  const shop = listen(client, '/business/biz-barber')
  await Promise.all([mine.stands(), shop.stands()])
  expect(input).toBe(1)

  ends = '2026-03-20T08:30:00Z'
  hub.pass('PT15M')
  await Promise.all([mine.stands(2), shop.stands(2)])
  expect(input).toBe(2)

  ends = '2026-03-20T08:45:00Z'
  hub.pass('PT15M')
  await Promise.all([mine.stands(3), shop.stands(3)])
  expect([...mine.refused, ...shop.refused]).toEqual([])
  await hub.hub.publish('/business/biz-barber/0', [bookingChanged])
  await until(() => shop.received.length === 1, 'an event under the newest token')
})

test('a foreign channel is refused once, with a reason, and the others go on', async () => {
  await using hub = await startHub()
  const client = open(hub)
  const foreign = listen(client, '/person/per-stranger')
  const mine = listen(client, '/person/per-owner')
  await mine.stands()
  await until(() => foreign.refused.length > 0, 'the refusal')
  expect(foreign.refused).toEqual(['Unauthorized'])
  expect(foreign.resumed()).toBe(0)
})

test('a token refused even when fresh is not asked for in a circle', async () => {
  await using hub = await startHub()
  let input = 0
  const client = open(hub, { token: () => (input++ === 0 ? pass() : { token: 'forged', epochs: [] }) })
  const mine = listen(client, '/person/per-owner')
  await mine.stands()
  hub.pass('PT1H')
  await until(() => mine.refused.length > 0, 'the refusal')
  expect(mine.refused).toEqual(['UnauthorizedException'])
  expect(input).toBe(2)
})

test('when a membership ends, a screen of whoever still belongs there follows the channel and reads afresh; the former member is told', async () => {
  await using hub = await startHub()
  let epoch = 0
  const stays = listen(open(hub, { token: () => pass(epoch) }), '/business/biz-barber')
  const fresh = listen(open(hub, { token: () => pass() }), '/business/biz-barber') // the server knows the epoch
  await Promise.all([stays.stands(), fresh.stands()])
  for (const round of [2, 3]) {
    epoch += 1
    await hub.endMembership(stranger, barber)
    await Promise.all([stays.stands(round), fresh.stands(round)])
    await hub.hub.publish(`/business/biz-barber/${epoch}`, [bookingChanged])
    for (const { received } of [stays, fresh])
      await until(() => received.filter(({ type }) => type === bookingChanged.type).length === epoch, 'the event')
  }
  expect([...stays.refused, ...fresh.refused]).toEqual([])

  await hub.endMembership(owner, barber)
  await until(() => stays.refused.length === 1 && fresh.refused.length === 1, 'the refusals')
  await hub.hub.publish(`/business/biz-barber/${epoch + 1}`, [bookingChanged])
  await soon()
  expect(stays.received.filter(({ type }) => type === bookingChanged.type)).toHaveLength(epoch)
})

test('a screen that subscribed to the new channel before its publisher knew of it reads afresh', async () => {
  await using hub = await startHub()
  const shop = listen(open(hub, { token: () => pass(0) }), '/business/biz-barber')
  await shop.stands()
  await hub.hub.publish('/business/biz-barber/0', [{ type: 'business.members-changed', id: barber, version: 0 }])
  await shop.stands(2)
})

test('whoever cannot get a token at first keeps trying', async () => {
  await using hub = await startHub()
  let tries = 0
  const token = async () => {
    if (++tries < 3) throw new Error('offline')
    return pass()
  }
  await listen(open(hub, { token }), '/person/per-owner').stands()
  expect(tries).toBe(3)
})

test('a line gone dead is noticed by its silence', async () => {
  const dead = new WebSocketServer({ port: 0, host: '127.0.0.1', handleProtocols: () => 'aws-appsync-event-ws' })
  onTestFinished(() => {
    dead.clients.forEach((socket) => socket.terminate())
    dead.close()
  })
  let connected = 0
  dead.on('connection', (socket) => {
    connected++
    socket.on('message', () => socket.send('{"type":"connection_ack","connectionTimeoutMs":40}'))
  })
  await once(dead, 'listening')
  const { port } = dead.address() as AddressInfo
  listen(open({ ws: `ws://127.0.0.1:${port}/`, http: '' }), '/person/per-owner')
  await until(() => connected > 2, 'new attempts')
})

test('an unused connection is kept for the next screen, then closed', async () => {
  await using hub = await startHub()
  const client = open(hub, { lingerMs: 50 })
  const first = listen(client, '/person/per-owner')
  await first.stands()
  first.stop()
  const second = listen(client, '/person/per-owner')
  await second.stands()
  expect(hub.hub.connections()).toBe(1)
  second.stop()
  await until(() => client.status() === 'idle' && hub.hub.connections() === 0, 'rest')
  await listen(client, '/person/per-owner').stands()
})
