import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import express from 'express'
import { Temporal } from 'temporal-polyfill'
import { WebSocket, type ClientOptions } from 'ws'
import { businessChannel, membersChanged, type RealtimeEvent } from '@buy-locals/contracts/realtime'
import type { Id } from '@buy-locals/values/ids'
import { realtimeHub } from '@buy-locals/server/realtime/hub'
import type { HubDeps } from '@buy-locals/server/realtime/hub-deps'

export const owner = 'per_owner' as const
export const stranger = 'per_stranger' as const
export const barber = 'biz_barber' as const
export const publishToken = 'the publisher of this test'
export const bookingChanged: RealtimeEvent = { type: 'booking.changed', id: 'bkg_1', version: 2 }

/** What the test's identity provider would sign: who, until when. */
export const tokenOf = (personId: Id<'person'>, until = '2026-03-20T09:00:00Z') => `${personId}|${until}`

export type Startable = Partial<HubDeps> & { port?: number }

export async function startHub({ port = 0, ...changes }: Startable = {}) {
  let now = Temporal.Instant.from('2026-03-20T08:00:00Z')
  const members = new Set<string>([`${owner} ${barber}`])
  let epoch = 0
  const logged: string[] = []
  const note = (_details: object, text: string) => void logged.push(text)
  const hub = realtimeHub({
    authenticate: async (token) => {
      const [personId, until] = token.split('|')
      return until ? { personId: personId as Id<'person'>, expiresAt: Temporal.Instant.from(until) } : undefined
    },
    epochOf: async (personId, businessId) => (members.has(`${personId} ${businessId}`) ? epoch : undefined),
    clock: () => now,
    log: { warn: note, error: note },
    publishToken,
    ...changes,
    limits: { sweepMs: 20, ...changes.limits },
  })
  const server = createServer(express().use(hub.router))
  hub.attach(server)
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    hub,
    host,
    members,
    /** As auth and the notification service do it together. */
    endMembership: async (personId: Id<'person'>, businessId: Id<'business'>) => {
      members.delete(`${personId} ${businessId}`)
      epoch += 1
      const event = { type: membersChanged, id: businessId, version: epoch }
      for (const each of [epoch - 1, epoch]) await hub.publish(businessChannel(businessId, each), [event])
    },
    logged,
    http: `http://${host}/event`,
    ws: `ws://${host}/event/realtime`,
    pass: (duration: string) => (now = now.add(duration)),
    async [Symbol.asyncDispose]() {
      await hub.close()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

export type ServerFrame = {
  type: string
  id?: string
  event?: string[]
  connectionTimeoutMs?: number
  errors?: { errorType: string }[]
}

export const header = (token: string, host = 'localhost') =>
  `header-${Buffer.from(JSON.stringify({ host, Authorization: token })).toString('base64url')}`

/** A client that sends exactly what the test tells it to. */
export async function openSocket(ws: string, subprotocols: string[], options: ClientOptions = {}) {
  const socket = new WebSocket(ws, subprotocols, options)
  const received: ServerFrame[] = []
  const closed = new Promise<number>((resolve) => socket.on('close', resolve))
  socket.on('error', () => {})
  socket.on('message', (text: Buffer) => received.push(JSON.parse(text.toString()) as ServerFrame))
  await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject))
  const receives = (type: string, id?: string): Promise<ServerFrame> =>
    until(
      () => received.find((received) => received.type === type && (!id || received.id === id)),
      `${type} ${id ?? ''}`,
    )
  const send = (frame: object) => socket.send(JSON.stringify(frame))
  return {
    socket,
    received,
    closed,
    receives,
    send,
    subscribe: (id: string, channel: string, token: string) =>
      send({ type: 'subscribe', id, channel, authorization: { host: 'localhost', Authorization: token } }),
    async [Symbol.asyncDispose]() {
      socket.terminate()
      await closed
    },
  }
}

export async function connect(ws: string, token: string, options: ClientOptions = {}) {
  const client = await openSocket(ws, ['aws-appsync-event-ws', header(token)], options)
  client.send({ type: 'connection_init' })
  return client
}

/** Looks again and again until there is something to see. */
export async function until<T>(poll: () => T | undefined | false, what: string, withinMs = 20_000): Promise<T> {
  for (const started = performance.now(); performance.now() - started < withinMs;) {
    const seen = poll()
    if (seen !== undefined && seen !== false) return seen
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
  throw new Error(`Not seen in ${withinMs} ms: ${what}`)
}

export const soon = () => new Promise((resolve) => setTimeout(resolve, 60))
