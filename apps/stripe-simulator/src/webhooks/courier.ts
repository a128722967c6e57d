import type { DatabaseSync } from 'node:sqlite'
import type { Temporal } from 'temporal-polyfill'
import * as objects from '../books/objects.ts'
import { due, forget, settle, type Delivery } from './deliveries.ts'
import { orderOf } from './delivery-order.ts'
import { signature } from './signature.ts'

type Deps = { db: DatabaseSync; clock: () => Temporal.Instant; wallClock: () => Temporal.Instant }

const patienceMs = 10_000

/** One request at a time, so that the order asked for is the order seen. */
export function courier({ db, clock, wallClock }: Deps) {
  let running: Promise<void> | undefined
  let stopped = false

  async function round(): Promise<void> {
    for (;;) {
      const batch = stopped ? [] : due(db, clock().epochMilliseconds, orderOf(db))
      if (batch.length === 0) return
      for (const delivery of batch) {
        if (stopped) return
        await carry(delivery)
      }
    }
  }

  async function carry(delivery: Delivery): Promise<void> {
    const endpoint = objects.findAny(db, delivery.endpoint)?.document
    const event = objects.findAny(db, delivery.event)?.document
    if (endpoint?.object !== 'webhook_endpoint' || event?.object !== 'event') return forget(db, delivery)
    const body = JSON.stringify({ ...event, pending_webhooks: 1 }, null, 2)
    // Receivers compare the timestamp with their own clock, which a test clock does not move.
    const signed = signature(
      body,
      String(objects.memoOf(db, endpoint.id)['secret']),
      Math.floor(wallClock().epochMilliseconds / 1000),
    )
    const status = await post(endpoint.url, body, signed)
    if (!stopped) settle(db, delivery, status, clock().epochMilliseconds)
  }

  return {
    wake(): void {
      running ??= round().finally(() => (running = undefined))
    },
    async stop(): Promise<void> {
      stopped = true
      await running
    },
  }
}

async function post(url: string, body: string, signed: string): Promise<number> {
  const headers = {
    'content-type': 'application/json; charset=utf-8',
    'stripe-signature': signed,
    'user-agent': 'Stripe/1.0 (simulator)',
  }
  const response = await fetch(url, {
    method: 'POST',
    headers,
    body,
    redirect: 'manual',
    signal: AbortSignal.timeout(patienceMs),
  }).catch(
    () => undefined, // Nobody listens there at the moment: the delivery is tried again.
  )
  await response?.body?.cancel()
  return response?.status ?? 0
}
