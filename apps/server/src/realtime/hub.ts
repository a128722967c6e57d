import type { Router } from 'express'
import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { Temporal } from 'temporal-polyfill'
import { WebSocketServer, type WebSocket } from 'ws'
import { parseChannel, realtimeEvent, type RealtimeEvent } from '@buy-locals/contracts/realtime'
import type { Id } from '@buy-locals/values/ids'
import { openConnection, type Connection } from './connection.ts'
import { inProcessFanOut, type HubMessage } from './fan-out.ts'
import type { HubDeps } from './hub-deps.ts'
import { limits as defaultLimits } from './limits.ts'
import { offeredToken, subprotocol } from './protocol.ts'
import { countInProcess, everybody } from './open-connections.ts'
import { publishRoute } from './publish-route.ts'
import { createSubscriptions, type Subscription } from './subscriptions.ts'
import { sendRefusal, checkUpgrade } from './upgrade.ts'

/** Realtime on one machine, by the AppSync Events protocol: clients cannot tell it from AWS. */
export function realtimeHub(deps: HubDeps) {
  const { authenticate, clock, log, publishToken, allowedOrigins = [], fanOut = inProcessFanOut() } = deps
  const { openConnections = countInProcess() } = deps
  const limits = { ...defaultLimits, ...deps.limits }
  const connections = new Set<Connection>()
  const subscriptions = createSubscriptions()
  const detach: (() => void)[] = []
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: limits.frameBytes,
    perMessageDeflate: false,
    handleProtocols: () => subprotocol,
  })

  const context = { ...deps, limits, subscriptions, openConnections }
  const timers = [setInterval(sweep, limits.sweepMs), setInterval(keepAlive, limits.keepAliveMs)]
  fanOut.subscribe({
    onMessage: dispatch,
    onGap: () => connections.forEach((connection) => connection.close(1012, 'Events may be missing')),
  })

  function attach(server: Pick<Server, 'on' | 'off' | 'listenerCount'>) {
    const onUpgrade = (request: IncomingMessage, stream: Duplex, head: Buffer) => {
      const refusal = checkUpgrade(request, { allowedOrigins })
      if (refusal === 'not ours' && server.listenerCount('upgrade') > 1) return
      if (refusal) return sendRefusal(stream, refusal)
      stream.on('error', () => stream.destroy())
      openConnections.add(everybody, limits.connections).then(
        (isAdded) => {
          if (!isAdded) return sendRefusal(stream, 'full')
          onceClosed(stream, () => openConnections.remove(everybody))
          sockets.handleUpgrade(request, stream, head, (socket) => accept(socket, request))
        },
        () => stream.destroy(),
      )
    }
    server.on('upgrade', onUpgrade)
    detach.push(() => server.off('upgrade', onUpgrade))
  }

  function accept(socket: WebSocket, request: IncomingMessage) {
    const token = offeredToken(request.headers['sec-websocket-protocol'])
    const authenticating = token ? authenticate(token) : Promise.resolve(undefined)
    authenticating.catch((err: unknown) => log.error({ err }, 'A realtime client could not be authenticated'))
    const connection = openConnection(socket, authenticating, context)
    connections.add(connection)
    socket.on('close', () => connections.delete(connection))
  }

  function dispatch(message: HubMessage) {
    if (message.kind === 'copies-outdated' || message.kind === 'work-committed') return // not for clients
    if (message.kind === 'person-erased') {
      for (const subscription of subscriptions.all()) {
        if (subscription.personId === message.personId) subscription.end('The account is erased', 'Unauthorized')
      }
      return
    }
    if (message.kind === 'session-ended') {
      for (const subscription of subscriptions.all()) {
        if (subscription.sessionId === message.sessionId) subscription.end('The session has ended', 'Unauthorized')
      }
      return
    }
    for (const subscription of endExpired(subscriptions.of(message.channel))) {
      message.events.forEach(subscription.deliver)
    }
  }

  function sweep() {
    endExpired(subscriptions.all())
    connections.forEach((connection) => connection.closeIfIdle())
  }

  /** Ends the subscriptions whose token has expired; returns the others. */
  function endExpired(some: Subscription[]) {
    const now = clock()
    return some.filter((subscription) => {
      if (Temporal.Instant.compare(now, subscription.expiresAt) < 0) return true
      subscription.end('Token has expired', 'UnauthorizedException')
      return false
    })
  }

  function keepAlive() {
    connections.forEach((connection) => connection.keepAlive())
  }

  const broadcast = (channel: string, events: string[]) =>
    fanOut.broadcast({ kind: 'events', channel: `/${channel.replace(/^\//, '')}`, events })

  return {
    attach,
    router: publishRoute({ authenticate, publishToken, limits, publish: broadcast }) as Router,
    async publish(channel: string, events: readonly RealtimeEvent[]): Promise<void> {
      if (!isPublished(channel)) throw new RangeError(`No such channel: ${channel}`)
      await broadcast(
        channel,
        events.map((event) => JSON.stringify(realtimeEvent.parse(event))),
      )
    },
    sessionEnded: (sessionId: Id<'session'>): Promise<void> => fanOut.broadcast({ kind: 'session-ended', sessionId }),
    personErased: (personId: Id<'person'>): Promise<void> => fanOut.broadcast({ kind: 'person-erased', personId }),
    connections: () => connections.size,
    async close(): Promise<void> {
      timers.forEach((timer) => clearInterval(timer))
      detach.forEach((undo) => undo())
      connections.forEach((connection) => connection.close(1001, 'The server goes away'))
      const patience = setTimeout(() => connections.forEach((connection) => connection.terminate()), 1000)
      while (connections.size > 0) await new Promise((resolve) => setTimeout(resolve, 10))
      clearTimeout(patience)
      await fanOut.close()
    },
  }
}

function onceClosed(stream: Duplex, act: () => void): void {
  if (stream.closed) act()
  else stream.once('close', act)
}

/** Nobody listens to a business without its epoch. */
function isPublished(channel: string): boolean {
  const audience = parseChannel(channel)
  return audience !== undefined && ('personId' in audience || audience.epoch !== undefined)
}
