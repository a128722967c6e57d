import type { createRealtimeToken } from '@buy-locals/contracts/auth/operations'
import type { Output } from '@buy-locals/contracts/operation'
import { businessChannel, membersChanged, type RealtimeEvent } from '@buy-locals/contracts/realtime'
import { openLink, type Frame, type Link, type SocketClass } from './realtime-link.ts'

export type RealtimeStatus = 'idle' | 'connecting' | 'open' | 'waiting' | 'closed'

export type Listening = {
  /** The subscription stands, for the first time or again. What was read before may be out of date: read it afresh. */
  onResume?: () => void
  /** Not, or no longer, this person's channel. */
  onRefused?: (errorType: string) => void
}

export type RealtimeToken = Pick<Output<typeof createRealtimeToken>, 'token' | 'epochs'>

export type Realtime = {
  /** The channel of a business is named without its epoch. */
  subscribe(channel: string, onEvent: (event: RealtimeEvent) => void, listening?: Listening): () => void
  status(): RealtimeStatus
  onStatus(listener: (status: RealtimeStatus) => void): () => void
  /** Nobody is there to see anything: the connection is closed, and the subscriptions wait. */
  pause(): void
  /** Subscribes again to all that waits; `onResume` tells each of them. */
  resume(): void
  close(): void
}

export type RealtimeOptions = {
  /** Both as `/v1/config` names them. */
  ws: string
  http: string
  /** Asked for each connection, and again when a token is refused or a membership has ended. With it come the epochs of businesses' channels. */
  token: () => Promise<RealtimeToken> | RealtimeToken
  WebSocket?: SocketClass
  /** A first wait, doubled up to the longest; each is shortened by chance, so that not everybody returns at once. */
  retry?: { firstMs: number; longestMs: number }
  /** How long an unused connection is kept for the next screen. */
  lingerMs?: number
}

type Listener = Listening & { onEvent: (event: RealtimeEvent) => void }
type Operation = { channel: string; token: Promise<RealtimeToken>; epoch: number | undefined; isSecondTry: boolean }

/** A connection that lasted this long was a good one: the next wait is short again. */
const stableMs = 10_000

export function realtime({
  ws,
  http,
  token: freshToken,
  WebSocket = globalThis.WebSocket,
  retry = { firstMs: 500, longestMs: 30_000 },
  lingerMs = 5_000,
}: RealtimeOptions): Realtime {
  const host = http.replace(/^\w+:\/\//, '').replace(/\/.*$/, '')
  const channels = new Map<string, Set<Listener>>()
  const operations = new Map<string, Operation>()
  const statusListeners = new Set<(status: RealtimeStatus) => void>()
  let status: RealtimeStatus = 'idle'
  let link: Link | undefined
  let token: Promise<RealtimeToken> | undefined
  let count = 0
  let failures = 0
  let isPaused = false
  let timer: ReturnType<typeof setTimeout> | undefined
  let lingering: ReturnType<typeof setTimeout> | undefined

  function become(next: RealtimeStatus) {
    if (status === next) return
    status = next
    statusListeners.forEach((listener) => listener(next))
  }

  function currentToken() {
    token ??= Promise.resolve().then(freshToken)
    return token
  }

  function connect() {
    become('connecting')
    token = undefined
    const pass = currentToken()
    pass.then(
      (fresh) => token === pass && open(fresh.token),
      () => token === pass && lost(),
    )
  }

  function open(Authorization: string) {
    if (status !== 'connecting') return
    link = openLink({ ws, WebSocket, authorization: { host, Authorization }, onUp, onFrame, onDown: lost })
  }

  function onUp() {
    become('open')
    timer = setTimeout(() => (failures = 0), stableMs)
    for (const channel of channels.keys()) join(channel)
  }

  function lost() {
    link = undefined
    operations.clear()
    clearTimeout(timer)
    if (status === 'closed') return
    if (channels.size === 0 || isPaused) return become('idle')
    become('waiting')
    const longest = Math.min(retry.longestMs, retry.firstMs * 2 ** failures++)
    timer = setTimeout(connect, longest * (0.5 + Math.random() / 2))
  }

  function join(channel: string, isSecondTry = false) {
    const over = link
    const pass = currentToken()
    const request = ({ token: Authorization, epochs }: RealtimeToken) => {
      if (link !== over || !channels.has(channel) || operationOn(channel)) return
      const id = String(++count)
      const epoch = epochs.find(({ businessId }) => businessChannel(businessId) === channel)?.epoch
      operations.set(id, { channel, token: pass, epoch, isSecondTry })
      const current = epoch === undefined ? channel : `${channel}/${epoch}`
      link?.send({ type: 'subscribe', id, channel: current, authorization: { host, Authorization } })
    }
    pass.then(request, () => {
      if (link === over) over?.close()
    })
  }

  const operationOn = (channel: string) => [...operations].find(([, operation]) => operation.channel === channel)?.[0]

  function onFrame({ type, id = '', event = [], errors }: Frame) {
    const operation = operations.get(id)
    if (!operation) return
    const listeners = channels.get(operation.channel) ?? new Set()
    if (type === 'subscribe_success') {
      operation.isSecondTry = false
      listeners.forEach(({ onResume }) => onResume?.())
    } else if (type === 'data') {
      for (const text of [event].flat()) {
        const received = JSON.parse(text) as RealtimeEvent
        listeners.forEach(({ onEvent }) => onEvent(received))
        if (received.type === membersChanged) follow(id, operation, received.version)
      }
    } else if (type === 'subscribe_error') {
      operations.delete(id)
      const errorType = errors?.[0]?.errorType ?? 'Unknown'
      // A token may simply have grown old: only a fresh one's refusal counts.
      if (errorType !== 'UnauthorizedException' || operation.isSecondTry) {
        return listeners.forEach(({ onRefused }) => onRefused?.(errorType))
      }
      if (token === operation.token) token = undefined
      join(operation.channel, true)
    }
  }

  /** The channel of a business has moved. On the new one this says that something may have been missed. */
  function follow(id: string, { channel, token: former, epoch = -1 }: Operation, current: number) {
    if (epoch >= current) return channels.get(channel)?.forEach(({ onResume }) => onResume?.())
    if (!operations.delete(id)) return
    link?.send({ type: 'unsubscribe', id })
    if (token === former) token = undefined
    join(channel)
  }

  function leave(channel: string, listener: Listener) {
    const listeners = channels.get(channel)
    if (!listeners?.delete(listener) || listeners.size > 0) return
    channels.delete(channel)
    const id = operationOn(channel)
    if (id) {
      operations.delete(id)
      link?.send({ type: 'unsubscribe', id })
    }
    if (channels.size === 0) lingering = setTimeout(rest, lingerMs)
  }

  function rest() {
    clearTimeout(timer)
    if (link) link.close()
    else become('idle')
  }

  return {
    subscribe(channel, onEvent, listening = {}) {
      if (status === 'closed') throw new Error('The realtime client is closed')
      clearTimeout(lingering)
      const listener = { ...listening, onEvent }
      const listeners = channels.get(channel) ?? new Set()
      channels.set(channel, listeners.add(listener))
      if (status === 'idle' && !isPaused) connect()
      else if (status === 'open' && !operationOn(channel)) join(channel)
      return () => leave(channel, listener)
    },
    status: () => status,
    onStatus(listener) {
      statusListeners.add(listener)
      return () => statusListeners.delete(listener)
    },
    pause() {
      if (status === 'closed') return
      isPaused = true
      rest()
    },
    resume() {
      isPaused = false
      if (status === 'idle' && channels.size > 0) connect()
    },
    close() {
      become('closed')
      channels.clear()
      clearTimeout(timer)
      clearTimeout(lingering)
      link?.close()
    },
  }
}
