// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Api } from '@buy-locals/api-client/api'
import { awayMs } from '../src/front/app-front'
import { appRealtime } from '../src/realtime/app-realtime'

/** A server that accepts every connection and every subscription. */
class Line {
  static all: Line[] = []
  onopen: (() => void) | null = null
  onmessage: ((message: { data: string }) => void) | null = null
  onclose: (() => void) | null = null
  isClosed = false
  constructor() {
    Line.all.push(this)
    setTimeout(() => this.onopen?.())
  }
  send(text: string) {
    const { type, id } = JSON.parse(text) as { type: string; id?: string }
    const reply =
      type === 'connection_init'
        ? { type: 'connection_ack', connectionTimeoutMs: 3_600_000 }
        : { type: 'subscribe_success', id }
    if (type !== 'unsubscribe') setTimeout(() => this.onmessage?.({ data: JSON.stringify(reply) }))
  }
  close() {
    this.isClosed = true
    this.onclose?.()
  }
}

const openLines = () => Line.all.filter(({ isClosed }) => !isClosed).length
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms)
const callApi = (async () => ({ token: 'token', epochs: [] })) as unknown as Api

function show(state: 'visible' | 'hidden') {
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue(state)
  document.dispatchEvent(new Event('visibilitychange'))
}

/** A screen that reads again whenever its subscription stands. */
async function openScreen() {
  const connection = appRealtime({ http: 'https://api.example/event', ws: 'wss://rt.example/event/realtime', callApi })
  let reads = 0
  connection.subscribe('/person/per_1', () => {}, { onResume: () => reads++ })
  await pass(100)
  return { reads: () => reads, close: connection.close }
}

beforeEach(() => {
  Line.all = []
  vi.useFakeTimers()
  vi.stubGlobal('WebSocket', Line)
})
afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

test('in the background the connection is closed; back in front it is open again and what was missed is read', async () => {
  const screen = await openScreen()
  expect([openLines(), screen.reads()]).toEqual([1, 1])
  show('hidden')
  await pass(awayMs + 600_000)
  expect([openLines(), Line.all.length]).toEqual([0, 1])
  show('visible')
  await pass(100)
  expect([openLines(), screen.reads()]).toEqual([1, 2])
  screen.close()
})

test('whoever is back within seconds finds the same connection', async () => {
  const screen = await openScreen()
  show('hidden')
  await pass(awayMs - 1)
  show('visible')
  await pass(60_000)
  expect([Line.all.length, screen.reads()]).toEqual([1, 1])
  screen.close()
})

test('an app that is opened in the background connects once it is seen', async () => {
  show('hidden')
  const screen = await openScreen()
  expect(Line.all).toEqual([])
  show('visible')
  await pass(100)
  expect([openLines(), screen.reads()]).toEqual([1, 1])
  screen.close()
})

test('a connection that was closed stays so, whoever comes back', async () => {
  const screen = await openScreen()
  screen.close()
  show('hidden')
  show('visible')
  await pass(60_000)
  expect(openLines()).toBe(0)
})
