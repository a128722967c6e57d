import type { DatabaseSync } from 'node:sqlite'
import type Stripe from 'stripe'
import { z } from 'zod'
import type { Context } from '../api/context.ts'
import { changeSetting, setting } from '../database/database.ts'
import * as objects from '../database/objects.ts'

/** An event on its way to an endpoint. */
export type Delivery = { position: number; event: string; endpoint: string; attempts: number }

export const deliverySettings = z.strictObject({
  mode: z.enum(['ordered', 'reverse', 'shuffle', 'hold']).default('ordered'),
  delayMs: z.int().min(0).max(3_600_000).default(0),
  twice: z.boolean().default(false),
})
export type DeliverySettings = z.infer<typeof deliverySettings>

export const readDeliverySettings = (db: DatabaseSync): DeliverySettings =>
  deliverySettings.parse(JSON.parse(setting(db, 'delivery-order') ?? '{}'))

export const changeDeliverySettings = (db: DatabaseSync, settings: DeliverySettings): void =>
  changeSetting(db, 'delivery-order', JSON.stringify(settings))

/** Out of order needs several events to reorder: those created within one window are delivered together. */
const windowMs = 300

function firstAttemptAt({ mode, delayMs }: DeliverySettings, nowMs: number): number | null {
  if (mode === 'hold') return null
  if (mode === 'ordered') return nowMs + delayMs
  const window = Math.max(delayMs, windowMs)
  return Math.ceil((nowMs + window) / window) * window
}

const sortBy: Record<DeliverySettings['mode'], string> = {
  ordered: 'due_ms, position',
  hold: 'due_ms, position',
  reverse: 'position desc',
  shuffle: 'random()',
}

/** Stripe tries for three days, hours apart; here a server that was killed gets its events within half a minute. */
const retryAfterMs = (attempts: number) => Math.min(500 * 2 ** attempts, 30_000)
const attemptsInThreeDays = 8_640

export function enqueueNewEvent({ db, now }: Context, event: Stripe.EventBase): void {
  const settings = readDeliverySettings(db)
  const due = firstAttemptAt(settings, now * 1000)
  for (let copy = 0; copy < (settings.twice ? 2 : 1); copy += 1) enqueue(db, event, due)
}

/** Returns how many endpoints will get it. */
export function enqueue(db: DatabaseSync, event: Stripe.EventBase, due: number | null): number {
  const endpoints = endpointsFor(db, event)
  for (const endpoint of endpoints) {
    db.prepare('insert into deliveries (event, endpoint, due_ms) values (?, ?, ?)').run(event.id, endpoint.id, due)
  }
  return endpoints.length
}

function endpointsFor(db: DatabaseSync, event: Stripe.EventBase): Stripe.WebhookEndpoint[] {
  return objects
    .list(db, 'webhook_endpoint', null)
    .filter(({ status }) => status === 'enabled')
    .filter(({ id }) => Boolean(objects.internalFields(db, id)['connect']) === (event.account !== undefined))
    .filter(({ enabled_events }) => enabled_events.some((pattern) => matchesType(pattern, event.type)))
}

/** `charge.*` means every event of charges. */
export const matchesType = (pattern: string, type: string) =>
  pattern === '*' || pattern === type || (pattern.endsWith('.*') && type.startsWith(pattern.slice(0, -1)))

export function dueDeliveries(db: DatabaseSync, nowMs: number): Delivery[] {
  const { mode } = readDeliverySettings(db)
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

/** `status` is the endpoint's, 0 where there was no response. */
export function recordAttempt(db: DatabaseSync, delivery: Delivery, status: number, nowMs: number): void {
  const attempts = delivery.attempts + 1
  const state = status >= 200 && status < 300 ? 'delivered' : attempts >= attemptsInThreeDays ? 'given-up' : 'pending'
  const retryAt = nowMs + retryAfterMs(delivery.attempts)
  db.prepare('update deliveries set state = ?, attempts = ?, last_status = ?, due_ms = ? where position = ?').run(
    ...[state, attempts, status, retryAt, delivery.position],
  )
}

export function deleteDelivery(db: DatabaseSync, { position }: Delivery): void {
  db.prepare('delete from deliveries where position = ?').run(position)
}

/** Everything held back or waiting for a retry becomes due. */
export function releaseDeliveries(db: DatabaseSync, nowMs: number): number {
  return Number(db.prepare("update deliveries set due_ms = ? where state = 'pending'").run(nowMs).changes)
}

export function countPendingDeliveries(db: DatabaseSync, event: string): number {
  const row = db.prepare("select count(*) as count from deliveries where event = ? and state = 'pending'").get(event)
  return Number(row?.['count'])
}

export function countDeliveries(db: DatabaseSync): Record<'pending' | 'held' | 'delivered' | 'givenUp', number> {
  const count = (condition: string) =>
    Number(db.prepare(`select count(*) as count from deliveries where ${condition}`).get()?.['count'])
  return {
    pending: count("state = 'pending' and due_ms is not null"),
    held: count("state = 'pending' and due_ms is null"),
    delivered: count("state = 'delivered'"),
    givenUp: count("state = 'given-up'"),
  }
}
