// @vitest-environment jsdom
import { act, cleanup, renderHook } from '@testing-library/react'
import { QueryClientProvider } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Api } from '@buy-locals/api-client/api'
import { readConfig } from '@buy-locals/contracts/host/operations'
import { listNotifications } from '@buy-locals/contracts/notification/operations'
import { newId, type Id } from '@buy-locals/values/ids'
import { ApiProvider } from '../src/queries/api-context'
import { createQueryClient } from '../src/queries/query-client'
import { useOperationQuery } from '../src/queries/use-operation-query'
import { closeRealtime } from '../src/realtime/connection'
import { usePersonRealtime } from '../src/realtime/use-person-realtime'

/** A server that accepts every subscription, and pushes when a test says so. */
class Line {
  static last: Line | undefined
  onopen: (() => void) | null = null
  onmessage: ((message: { data: string }) => void) | null = null
  onclose: (() => void) | null = null
  subscriptions = new Map<string, string>()
  constructor() {
    Line.last = this
    setTimeout(() => this.onopen?.())
  }
  send(text: string) {
    const { type, id, channel } = JSON.parse(text) as { type: string; id: string; channel: string }
    if (type === 'subscribe') this.subscriptions.set(channel, id)
    if (type === 'unsubscribe') return
    const reply =
      type === 'connection_init'
        ? { type: 'connection_ack', connectionTimeoutMs: 3_600_000 }
        : { type: 'subscribe_success', id }
    setTimeout(() => this.onmessage?.({ data: JSON.stringify(reply) }))
  }
  push(channel: string) {
    const event = JSON.stringify({ type: 'booking.confirmed', id: 'bkg_1', version: 2 })
    this.onmessage?.({ data: JSON.stringify({ type: 'data', id: this.subscriptions.get(channel), event }) })
  }
  close() {
    this.onclose?.()
  }
}

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('WebSocket', Line)
})

afterEach(() => {
  cleanup()
  closeRealtime()
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

async function startInbox(initial: Id<'person'> | undefined) {
  const sent: string[] = []
  const callApi = (async ({ id }: { id: string }) => {
    sent.push(id)
    if (id === readConfig.id) return { realtime: { http: 'https://api.example/event', ws: 'wss://rt.example/event' } }
    return id === listNotifications.id ? { items: [], unread: 0 } : { token: 'token', epochs: [] }
  }) as unknown as Api
  const queryClient = createQueryClient()
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={queryClient}>
      <ApiProvider callApi={callApi}>{children}</ApiProvider>
    </QueryClientProvider>
  )
  const use = (personId: Id<'person'> | undefined) => {
    usePersonRealtime(personId)
    useOperationQuery(listNotifications, { query: { limit: 30 } })
  }
  const pass = () => act(() => vi.advanceTimersByTimeAsync(1_000))
  const { rerender } = renderHook(use, { wrapper, initialProps: initial })
  await pass()
  const reads = () => sent.filter((id) => id === listNotifications.id).length
  return { sent, reads, pass, rerender }
}

test('what is shown of somebody is read again once something of theirs has changed', async () => {
  const personId = newId('person')
  const inbox = await startInbox(personId)
  const before = inbox.reads()
  Line.last?.push(`/person/${personId.replace('_', '-')}`)
  await inbox.pass()
  expect(inbox.reads()).toBe(before + 1)
})

test('nothing is pushed to a guest, nor to whoever has signed out', async () => {
  const inbox = await startInbox(undefined)
  expect(inbox.sent).not.toContain(readConfig.id)
  inbox.rerender(newId('person'))
  await inbox.pass()
  expect(inbox.sent).toContain(readConfig.id)
  inbox.rerender(undefined)
  const before = inbox.reads()
  for (const channel of Line.last?.subscriptions.keys() ?? []) Line.last?.push(channel)
  await inbox.pass()
  expect(inbox.reads()).toBe(before)
})
