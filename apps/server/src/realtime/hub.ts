import type { Router } from 'express'
import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { Temporal } from 'temporal-polyfill'
import { WebSocketServer, type WebSocket } from 'ws'
import { audienceOf, businessChannel, realtimeEvent, type RealtimeEvent } from '@buy-locals/contracts/realtime'
import type { Id } from '@buy-locals/values/ids'
import { connection, type Connection } from './connection.ts'
import { inProcessFanOut, type FanOut, type Word } from './fan-out.ts'
import { limits as usualLimits, type Limits } from './limits.ts'
import { offeredToken, subprotocol } from './protocol.ts'
import { publishRoute } from './publish-route.ts'
import { subscriptions as noSubscriptions, type Subscription } from './subscriptions.ts'
import { refusalOf, refuse } from './upgrade.ts'

export type Visitor = { personId: Id<'person'>; expiresAt: Temporal.Instant }

export type Log = Record<'warn' | 'error', (details: object, words: string) => void>

export type HubDeps = {
  authenticate(token: string): Promise<Visitor | undefined>
  isMember(personId: Id<'person'>, businessId: Id<'business'>): Promise<boolean>
  clock: () => Temporal.Instant
  log: Log
  /** Of browsers. A page of the server's own host is always allowed; phones and programs send no origin. */
  allowedOrigins?: readonly string[]
  /** Whoever shows it to `POST /event` may publish; without one nobody may. */
  publishToken?: string | undefined
  fanOut?: FanOut
  limits?: Partial<Limits>
}

/** Realtime on one machine: speaks AppSync Events, so that clients cannot tell it from AWS. */
export function realtimeHub(deps: HubDeps) {
  const { authenticate, clock, log, publishToken, allowedOrigins = [], fanOut = inProcessFanOut() } = deps
  const limits = { ...usualLimits, ...deps.limits }
  const connections = new Set<Connection>()
  const subscriptions = noSubscriptions()
  const detach: (() => void)[] = []
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: limits.frameBytes,
    perMessageDeflate: false,
    handleProtocols: () => subprotocol,
  })

  const house = { ...deps, limits, subscriptions, connectionsOf }
  const timers = [setInterval(sweep, limits.sweepMs), setInterval(keepAlive, limits.keepAliveMs)]
  fanOut.hear({ word: spread, gap: () => connections.forEach((one) => one.close(1012, 'Events may be missing')) })

  function attach(server: Pick<Server, 'on' | 'off' | 'listenerCount'>) {
    const onUpgrade = (request: IncomingMessage, stream: Duplex, head: Buffer) => {
      const refusal = refusalOf(request, { allowedOrigins, isFull: connections.size >= limits.connections })
      if (refusal === 'not ours' && server.listenerCount('upgrade') > 1) return
      if (refusal) return refuse(stream, refusal)
      sockets.handleUpgrade(request, stream, head, (socket) => welcome(socket, request))
    }
    server.on('upgrade', onUpgrade)
    detach.push(() => server.off('upgrade', onUpgrade))
  }

  function welcome(socket: WebSocket, request: IncomingMessage) {
    const token = offeredToken(request.headers['sec-websocket-protocol'])
    const arriving = token ? authenticate(token) : Promise.resolve(undefined)
    arriving.catch((err: unknown) => log.error({ err }, 'A realtime client could not be authenticated'))
    const one = connection(socket, arriving, house)
    connections.add(one)
    socket.on('close', () => connections.delete(one))
  }

  function connectionsOf(personId: string) {
    return [...connections].filter((one) => one.personId() === personId).length
  }

  function spread(word: Word) {
    if (word.kind === 'membership-ended') {
      for (const subscription of subscriptions.of(businessChannel(word.businessId as Id<'business'>))) {
        if (subscription.personId === word.personId) subscription.end('The membership has ended', 'Unauthorized')
      }
      return
    }
    for (const subscription of current(subscriptions.of(word.channel))) {
      if (subscription.live) word.events.forEach(subscription.hear)
    }
  }

  function sweep() {
    current(subscriptions.all())
    connections.forEach((one) => one.closeIfForgotten())
  }

  /** Those whose token still holds; the others are ended. */
  function current(some: Subscription[]) {
    const now = clock()
    return some.filter((subscription) => {
      if (Temporal.Instant.compare(now, subscription.expiresAt) < 0) return true
      subscription.end('Token has expired', 'UnauthorizedException')
      return false
    })
  }

  function keepAlive() {
    connections.forEach((one) => one.keepAlive())
  }

  const say = (channel: string, events: string[]) =>
    fanOut.say({ kind: 'events', channel: `/${channel.replace(/^\//, '')}`, events })

  return {
    attach,
    router: publishRoute({ authenticate, publishToken, limits, publish: say }) as Router,
    async publish(channel: string, events: readonly RealtimeEvent[]): Promise<void> {
      if (!audienceOf(channel)) throw new RangeError(`No such channel: ${channel}`)
      await say(
        channel,
        events.map((event) => JSON.stringify(realtimeEvent.parse(event))),
      )
    },
    membershipEnded: (personId: Id<'person'>, businessId: Id<'business'>): Promise<void> =>
      fanOut.say({ kind: 'membership-ended', personId, businessId }),
    connections: () => connections.size,
    async close(): Promise<void> {
      timers.forEach((timer) => clearInterval(timer))
      detach.forEach((undo) => undo())
      connections.forEach((one) => one.close(1001, 'The server goes away'))
      const patience = setTimeout(() => connections.forEach((one) => one.terminate()), 1000)
      while (connections.size > 0) await new Promise((resolve) => setTimeout(resolve, 10))
      clearTimeout(patience)
      await fanOut.close()
    },
  }
}
