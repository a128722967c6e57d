import type { DatabaseSync } from 'node:sqlite'
import type Stripe from 'stripe'
import * as objects from '../books/objects.ts'
import type { Call } from '../wire/call.ts'
import { matches } from './event-pattern.ts'
import { dueAt, orderOf, sortBy, type DeliveryOrder } from './delivery-order.ts'

export type Delivery = { position: number; event: string; endpoint: string; attempts: number }

/** Stripe tries for three days, hours apart; here a server that was killed hears again within half a minute. */
const retryAfterMs = (attempts: number) => Math.min(500 * 2 ** attempts, 30_000)
const attemptsInThreeDays = 8_640

export function enqueue(call: Call, event: Stripe.EventBase): void {
  const order = orderOf(call.db)
  for (let copy = 0; copy < (order.twice ? 2 : 1); copy += 1) send(call.db, event, dueAt(order, call.now * 1000))
}

export function send(db: DatabaseSync, event: Stripe.EventBase, due: number | null): number {
  const hearing = listeners(db, event)
  for (const endpoint of hearing) {
    db.prepare('insert into deliveries (event, endpoint, due_ms) values (?, ?, ?)').run(event.id, endpoint.id, due)
  }
  return hearing.length
}

function listeners(db: DatabaseSync, event: Stripe.EventBase): Stripe.WebhookEndpoint[] {
  return objects
    .all(db, 'webhook_endpoint', null)
    .filter(({ status }) => status === 'enabled')
    .filter(({ id }) => Boolean(objects.memoOf(db, id)['connect']) === (event.account !== undefined))
    .filter(({ enabled_events }) => enabled_events.some((pattern) => matches(pattern, event.type)))
}

export function due(db: DatabaseSync, nowMs: number, { mode }: DeliveryOrder): Delivery[] {
  return db
    .prepare(`select * from deliveries where state = 'pending' and due_ms <= ? order by ${sortBy[mode]} limit 50`)
    .all(nowMs)
    .map((row) => ({
      position: Number(row['position']),
      event: String(row['event']),
      endpoint: String(row['endpoint']),
      attempts: Number(row['attempts']),
    }))
}

export function settle(db: DatabaseSync, { position, attempts }: Delivery, status: number, nowMs: number): void {
  const tried = attempts + 1
  const state = status >= 200 && status < 300 ? 'delivered' : tried >= attemptsInThreeDays ? 'given-up' : 'pending'
  db.prepare('update deliveries set state = ?, attempts = ?, last_status = ?, due_ms = ? where position = ?').run(
    state,
    tried,
    status,
    nowMs + retryAfterMs(attempts),
    position,
  )
}

export function forget(db: DatabaseSync, { position }: Delivery): void {
  db.prepare('delete from deliveries where position = ?').run(position)
}

/** Everything held back or waiting for a retry becomes due. */
export function release(db: DatabaseSync, nowMs: number): number {
  return Number(db.prepare("update deliveries set due_ms = ? where state = 'pending'").run(nowMs).changes)
}

export function undelivered(db: DatabaseSync, event: string): number {
  const row = db.prepare("select count(*) as count from deliveries where event = ? and state = 'pending'").get(event)
  return Number(row?.['count'])
}

export function deliveryCounts(db: DatabaseSync): Record<'pending' | 'held' | 'delivered' | 'givenUp', number> {
  const count = (condition: string) =>
    Number(db.prepare(`select count(*) as count from deliveries where ${condition}`).get()?.['count'])
  return {
    pending: count("state = 'pending' and due_ms is not null"),
    held: count("state = 'pending' and due_ms is null"),
    delivered: count("state = 'delivered'"),
    givenUp: count("state = 'given-up'"),
  }
}
