import { act, waitFor } from '@testing-library/react'
import { expect, onTestFinished, vi } from 'vitest'
import { createRealtimeToken } from '@buy-locals/contracts/auth/operations'
import { readConfig } from '@buy-locals/contracts/host/operations'
import type { startDashboard } from './support'

type Frame = { type: string; id?: string }

/** The far end of the realtime connection. Returns how it pushes an event. */
export function connectRealtime(dashboard: ReturnType<typeof startDashboard>) {
  const subscriptions: ((event: object) => void)[] = []
  class Line {
    onopen = () => {}
    onmessage = (_message: { data: string }) => {}
    close = () => {}
    constructor() {
      setTimeout(() => this.onopen())
    }
    send(sent: string) {
      const { type, id } = JSON.parse(sent) as Frame
      const respond = (frame: object) => this.onmessage({ data: JSON.stringify({ ...frame, id }) })
      if (type === 'connection_init') respond({ type: 'connection_ack' })
      if (type === 'subscribe') subscriptions.push((event) => respond({ type: 'data', event: JSON.stringify(event) }))
    }
  }
  dashboard.respond(readConfig, Response.json({ realtime: { ws: 'ws://rt.example/event/realtime', http: 'http://rt.example/event' }, payments: { mode: 'simulator', apiBase: 'http://127.0.0.1/simulator' } })) // prettier-ignore
  dashboard.respond(createRealtimeToken, { token: 'a.b.c', expiresAt: '2026-11-24T17:15:00Z', epochs: [] })
  vi.stubGlobal('WebSocket', Line)
  onTestFinished(() => void vi.unstubAllGlobals())
  return async (event: object) => {
    await waitFor(() => expect(subscriptions).not.toEqual([]))
    act(() => subscriptions.forEach((push) => push(event)))
  }
}
