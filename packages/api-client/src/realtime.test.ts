import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { realtime } from './realtime.ts'

/** The far end of a line on which the test responds by hand. */
class Line {
  static all: Line[] = []
  static get last() {
    return Line.all.at(-1) as Line
  }
  onopen: (() => void) | null = null
  onmessage: ((message: { data: string }) => void) | null = null
  onerror: (() => void) | null = null
  onclose: (() => void) | null = null
  sent: { type: string; id?: string; channel?: string; authorization?: object }[] = []
  isClosed = false
  readonly url: string
  readonly protocols: string[]

  constructor(url: string, protocols: string[]) {
    this.url = url
    this.protocols = protocols
    Line.all.push(this)
  }
  send(text: string) {
    this.sent.push(JSON.parse(text) as Line['sent'][number])
  }
  close() {
    this.isClosed = true
    this.onclose?.()
  }
  respond(frame: object) {
    this.onmessage?.({ data: JSON.stringify(frame) })
  }
  async open() {
    this.onopen?.()
    this.respond({ type: 'connection_ack', connectionTimeoutMs: 60_000 })
    await vi.advanceTimersByTimeAsync(0)
  }
  subscriptions = () => this.sent.filter(({ type }) => type === 'subscribe')
}

const start = (token: () => Promise<{ token: string; epochs: [] }> = async () => ({ token: 'token', epochs: [] })) =>
  realtime({ ws: 'wss://rt.example/event/realtime', http: 'https://api.example/event', token, WebSocket: Line })
const tick = () => vi.advanceTimersByTimeAsync(0)

beforeEach(() => {
  Line.all = []
  vi.useFakeTimers()
})
afterEach(() => void vi.useRealTimers())

test('the connection is made as AppSync wants it: the token and the host of the API in the second subprotocol', async () => {
  const client = start()
  expect(Line.all).toEqual([])
  client.subscribe('/person/per-1', () => {})
  await tick()
  const [subprotocol, header = ''] = Line.last.protocols
  expect([Line.last.url, subprotocol]).toEqual(['wss://rt.example/event/realtime', 'aws-appsync-event-ws'])
  expect(header).toMatch(/^header-[\w-]+$/)
  expect(JSON.parse(atob(header.slice(7)))).toEqual({ host: 'api.example', Authorization: 'token' })
  await Line.last.open()
  expect(Line.last.sent).toMatchObject([
    { type: 'connection_init' },
    { type: 'subscribe', channel: '/person/per-1', authorization: { host: 'api.example', Authorization: 'token' } },
  ])
})

test('two screens on one channel share a subscription, which ends with the second', async () => {
  const client = start()
  const received: string[] = []
  const stopFirst = client.subscribe('/person/per-1', () => received.push('first'))
  const stopSecond = client.subscribe('/person/per-1', () => received.push('second'))
  await tick()
  await Line.last.open()
  const [subscription] = Line.last.subscriptions()
  expect(Line.last.subscriptions()).toHaveLength(1)
  Line.last.respond({ type: 'data', id: subscription?.id, event: ['{"type":"a","id":"b","version":1}'] })
  stopFirst()
  stopFirst()
  Line.last.respond({ type: 'data', id: subscription?.id, event: '{"type":"a","id":"b","version":2}' })
  expect(received).toEqual(['first', 'second', 'second'])
  stopSecond()
  expect(Line.last.sent.at(-1)).toEqual({ type: 'unsubscribe', id: subscription?.id })
})

test('the waits between attempts grow to half a minute and differ by chance', async () => {
  const client = start()
  client.subscribe('/person/per-1', () => {})
  await tick()
  const waits: number[] = []
  for (let attempt = 0; attempt < 12; attempt++) {
    const before = Line.all.length
    Line.last.close()
    let waited = 0
    for (; Line.all.length === before; waited += 10) await vi.advanceTimersByTimeAsync(10)
    waits.push(waited)
  }
  waits.forEach((waited, attempt) => {
    const longest = Math.min(30_000, 500 * 2 ** attempt)
    expect(waited).toBeGreaterThanOrEqual(longest / 2)
    expect(waited).toBeLessThanOrEqual(longest + 10)
  })
  expect(new Set(waits.slice(7)).size).toBeGreaterThan(1)
})

test('a server that drops every connection at once is not asked twice a second for ever', async () => {
  const client = start()
  client.subscribe('/person/per-1', () => {})
  for (let second = 0; second < 60; second++) {
    await vi.advanceTimersByTimeAsync(1000)
    if (Line.last.isClosed) continue
    await Line.last.open()
    Line.last.close()
  }
  expect(Line.all.length).toBeLessThan(12)
})

test('paused, it is closed and stays so; resumed, each subscription stands again and is told to catch up', async () => {
  const client = start()
  const resumed: string[] = []
  client.subscribe('/person/per-1', () => {}, { onResume: () => resumed.push('person') })
  await tick()
  await Line.last.open()
  const confirm = () => {
    for (const { id } of Line.last.subscriptions()) Line.last.respond({ type: 'subscribe_success', id })
  }
  confirm()
  client.pause()
  expect(Line.last.isClosed).toBe(true)
  client.subscribe('/business/biz-1', () => {}, { onResume: () => resumed.push('business') })
  await vi.advanceTimersByTimeAsync(120_000)
  expect(Line.all).toHaveLength(1)
  expect(client.status()).toBe('idle')
  client.resume()
  client.resume()
  await tick()
  await Line.last.open()
  confirm()
  expect(Line.all).toHaveLength(2)
  expect(resumed).toEqual(['person', 'person', 'business'])
})

test('paused while it waits for its next attempt, it makes none', async () => {
  const client = start()
  client.subscribe('/person/per-1', () => {})
  await tick()
  Line.last.close()
  client.pause()
  await vi.advanceTimersByTimeAsync(120_000)
  expect(Line.all).toHaveLength(1)
  client.close()
  client.resume()
  await tick()
  expect(Line.all).toHaveLength(1)
})

test('a client that was closed stays closed', async () => {
  const client = start()
  client.subscribe('/person/per-1', () => {})
  await tick()
  await Line.last.open()
  client.close()
  expect(Line.last.isClosed).toBe(true)
  await vi.advanceTimersByTimeAsync(120_000)
  expect(Line.all).toHaveLength(1)
  expect(client.status()).toBe('closed')
  expect(() => client.subscribe('/person/per-1', () => {})).toThrow('closed')
  const early = start()
  early.subscribe('/person/per-1', () => {})
  early.close()
  await tick()
  expect(Line.all).toHaveLength(1)
})

test('a screen left and entered again while the token is fetched does not make two connections', async () => {
  const tokens: ((token: { token: string; epochs: [] }) => void)[] = []
  const client = start(() => new Promise((resolve) => tokens.push(resolve)))
  client.subscribe('/person/per-1', () => {})()
  await vi.advanceTimersByTimeAsync(10_000)
  expect(client.status()).toBe('idle')
  client.subscribe('/person/per-1', () => {})
  await tick()
  tokens.forEach((resolve, index) => resolve({ token: `token ${index}`, epochs: [] }))
  await tick()
  expect(Line.all).toHaveLength(1)
})
