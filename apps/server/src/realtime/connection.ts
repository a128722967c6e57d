import type { WebSocket } from 'ws'
import { Temporal } from 'temporal-polyfill'
import { businessChannel, parseChannel, personChannel, type Audience } from '@buy-locals/contracts/realtime'
import type { HubDeps, Identity } from './hub-deps.ts'
import type { Limits } from './limits.ts'
import type { OpenConnections } from './open-connections.ts'
import { errors, readFrame, tokenOf, unauthorized, type Frame, type Subscribe } from './protocol.ts'
import type { Subscription, Subscriptions } from './subscriptions.ts'

export type Connection = ReturnType<typeof openConnection>

type HubContext = Pick<HubDeps, 'authenticate' | 'epochOf' | 'clock' | 'log'> & {
  openConnections: OpenConnections
  limits: Limits
  subscriptions: Subscriptions
}

/** One socket and what it is subscribed to. Its frames are answered one after the other. */
export function openConnection(socket: WebSocket, authenticating: Promise<Identity | undefined>, context: HubContext) {
  const { authenticate, epochOf, clock, log, limits, subscriptions, openConnections } = context
  const own = new Map<string, Subscription>()
  let identity: Identity | undefined
  let validUntil: Temporal.Instant | undefined
  let framesWaiting = 0
  let queue: Promise<void> = Promise.resolve()
  let alive = true
  const handshake = setTimeout(() => socket.close(1008, 'No connection_init was sent'), limits.handshakeMs)

  socket.on('error', (err) => log.warn({ err }, 'A realtime client broke the protocol'))
  socket.on('pong', () => (alive = true))
  socket.on('close', () => {
    clearTimeout(handshake)
    for (const id of own.keys()) drop(id)
  })
  socket.on('message', (bytes: Buffer, isBinary) => {
    if (++framesWaiting > limits.framesWaiting) return socket.terminate()
    queue = queue
      .then(() => receive(bytes, isBinary))
      .catch((err: unknown) => {
        log.error({ err }, 'A realtime frame could not be answered')
        socket.close(1011, 'We failed')
      })
      .finally(() => framesWaiting--)
  })

  function send(frame: object) {
    if (socket.readyState !== socket.OPEN) return
    if (socket.bufferedAmount > limits.unreadBytes) {
      log.warn({ personId: identity?.personId }, 'A slow realtime client was dropped')
      return socket.terminate()
    }
    socket.send(JSON.stringify(frame))
  }

  async function receive(bytes: Buffer, isBinary: boolean) {
    alive = true
    if (!identity && !(await admit())) return
    const read = isBinary ? readFrame('') : readFrame(bytes.toString())
    if ('refusal' in read) return send(read.refusal)
    await respond(read.frame)
  }

  async function admit() {
    const authenticated = await authenticating
    if (!authenticated || isOver(authenticated.expiresAt)) return reject(unauthorized(401))
    if (!(await openConnections.add(authenticated.personId, limits.connectionsPerPerson))) {
      return reject(errors('LimitExceededError', 'Too many connections of one person', 429))
    }
    const leave = () => openConnections.remove(authenticated.personId)
    if (socket.readyState === socket.CLOSED) leave()
    else socket.on('close', leave)
    clearTimeout(handshake)
    identity = authenticated
    validUntil = authenticated.expiresAt
    return true
  }

  function reject(reason: object) {
    send({ type: 'connection_error', ...reason })
    socket.close(1008, 'Not admitted')
    return false
  }

  async function respond(frame: Frame) {
    if (frame.type === 'connection_init') {
      send({ type: 'connection_ack', connectionTimeoutMs: limits.connectionTimeoutMs })
      send({ type: 'ka' })
    } else if (frame.type === 'subscribe') await subscribe(frame)
    else if (frame.type === 'unsubscribe') unsubscribe(frame.id)
    else send({ type: 'publish_error', id: frame.id, ...unauthorized() })
  }

  async function subscribe({ id, channel, authorization }: Subscribe) {
    const refuse = (reason: object) => send({ type: 'subscribe_error', id, ...reason })
    if (own.has(id)) return refuse(errors('DuplicatedOperationError', 'Operation already exists'))
    if (own.size >= limits.subscriptionsPerConnection) {
      return refuse(errors('MaxSubscriptionsReachedError', 'Too many subscriptions on one connection'))
    }
    const audience = parseChannel(channel)
    if (!audience) return refuse(errors('BadRequestException', 'Invalid Channel Format'))
    const token = tokenOf(authorization)
    const person = token && (await authenticate(token))
    if (!person || isOver(person.expiresAt)) return refuse(unauthorized())

    const opened = await nameOf(audience, person)
    if (!opened) return refuse(errors('Unauthorized', 'Not your channel'))
    if (!isNamed(audience, opened)) return refuse(unauthorized()) // with a fresh token comes the new epoch
    const { subscription, confirm } = add(id, opened, person)
    // Looked up again: a membership that has ended before this was added has moved everybody to another channel.
    const isCurrent = opened === (await nameOf(audience, person))
    if (own.get(id) !== subscription) return
    if (isCurrent) return confirm()
    drop(id)
    refuse(unauthorized())
  }

  /** The channel as it is now, or undefined where it is not this person's. */
  async function nameOf(audience: Audience, { personId }: Identity): Promise<string | undefined> {
    if ('personId' in audience) return audience.personId === personId ? personChannel(personId) : undefined
    const epoch = await epochOf(personId, audience.businessId)
    return epoch === undefined ? undefined : businessChannel(audience.businessId, epoch)
  }

  function add(id: string, channel: string, { personId, sessionId, expiresAt }: Identity) {
    let waiting: string[] | undefined = []
    const subscription: Subscription = {
      channel,
      personId,
      sessionId,
      expiresAt,
      deliver: (event) => {
        if (!waiting) send({ id, type: 'data', event: [event] })
        else if (waiting.length < limits.eventsWaiting) waiting.push(event)
      },
      end(message, errorType) {
        if (drop(id)) send({ type: 'subscribe_error', id, ...errors(errorType, message) })
      },
    }
    own.set(id, subscription)
    subscriptions.add(subscription)
    if (validUntil && Temporal.Instant.compare(expiresAt, validUntil) > 0) validUntil = expiresAt
    const confirm = () => {
      send({ type: 'subscribe_success', id })
      const missed = waiting ?? []
      waiting = undefined
      missed.forEach(subscription.deliver)
    }
    return { subscription, confirm }
  }

  function unsubscribe(id: string) {
    if (drop(id)) send({ type: 'unsubscribe_success', id })
    else send({ type: 'unsubscribe_error', id, ...errors('UnknownOperationError', `Unknown operation id ${id}`) })
  }

  function drop(id: string) {
    const subscription = own.get(id)
    if (subscription) subscriptions.remove(subscription)
    return own.delete(id)
  }

  const isOver = (expiresAt: Temporal.Instant) => Temporal.Instant.compare(clock(), expiresAt) >= 0

  return {
    /** Terminates a connection that has been silent since the last call. */
    keepAlive() {
      if (!alive) return socket.terminate()
      alive = false
      socket.ping()
      if (identity) send({ type: 'ka' })
    },
    closeIfIdle() {
      if (own.size === 0 && validUntil && isOver(validUntil.add({ milliseconds: limits.graceMs }))) {
        socket.close(1008, 'Token has expired')
      }
    },
    close: (code: number, reason: string) => socket.close(code, reason),
    terminate: () => socket.terminate(),
  }
}

/** Clients from before there were epochs name the business alone. */
const isNamed = (audience: Audience, channel: string): boolean =>
  'personId' in audience ||
  audience.epoch === undefined ||
  channel === businessChannel(audience.businessId, audience.epoch)
