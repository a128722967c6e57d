import { createHmac } from 'node:crypto'
import type { DatabaseSync } from 'node:sqlite'
import type { Clock } from '../clock.ts'
import * as objects from '../database/objects.ts'
import { deleteDelivery, type Delivery, dueDeliveries, recordAttempt } from './deliveries.ts'

type Deps = { db: DatabaseSync; clock: Clock; wallClock: Clock }

const timeoutMs = 10_000

/** Sends one request at a time, so that endpoints see the order that was set. */
export function deliveryWorker({ db, clock, wallClock }: Deps) {
  let running: Promise<void> | undefined
  let stopped = false

  async function deliverAllDue(): Promise<void> {
    for (;;) {
      const batch = stopped ? [] : dueDeliveries(db, clock().epochMilliseconds)
      if (batch.length === 0) return
      for (const delivery of batch) {
        if (stopped) return
        await deliver(delivery)
      }
    }
  }

  async function deliver(delivery: Delivery): Promise<void> {
    const endpoint = objects.findAny(db, delivery.endpoint)?.document
    const event = objects.findAny(db, delivery.event)?.document
    if (endpoint?.object !== 'webhook_endpoint' || event?.object !== 'event') return deleteDelivery(db, delivery)
    const body = JSON.stringify({ ...event, pending_webhooks: 1 }, null, 2)
    const secret = String(objects.internalFields(db, endpoint.id)['secret'])
    // Receivers compare the timestamp with their own clock, which a test clock does not move.
    const signature = sign(body, secret, Math.floor(wallClock().epochMilliseconds / 1000))
    const status = await post(endpoint.url, body, signature)
    if (!stopped) recordAttempt(db, delivery, status, clock().epochMilliseconds)
  }

  return {
    wake(): void {
      running ??= deliverAllDue().finally(() => (running = undefined))
    },
    async stop(): Promise<void> {
      stopped = true
      await running
    },
  }
}

function sign(body: string, secret: string, now: number): string {
  return `t=${now},v1=${createHmac('sha256', secret).update(`${now}.${body}`).digest('hex')}`
}

async function post(url: string, body: string, signature: string): Promise<number> {
  const headers = {
    'content-type': 'application/json; charset=utf-8',
    'stripe-signature': signature,
    'user-agent': 'Stripe/1.0 (simulator)',
  }
  const response = await fetch(url, {
    ...{ method: 'POST', headers, body, redirect: 'manual' },
    signal: AbortSignal.timeout(timeoutMs),
  }).catch(
    () => undefined, // Nobody listens there at the moment: the delivery is tried again.
  )
  await response?.body?.cancel()
  return response?.status ?? 0
}
