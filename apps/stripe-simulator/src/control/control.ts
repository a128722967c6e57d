import type { Router } from 'express'
import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { type Context, type InTransaction, retrieve } from '../api/context.ts'
import { type Network, network } from '../api/router.ts'
import { advanceClock } from '../clock.ts'
import { restrict } from '../connect/account.ts'
import { connectedAccount, deauthorize, updateAccount } from '../connect/accounts.ts'
import * as objects from '../database/objects.ts'
import { closeDispute, openDispute } from '../payments/disputes.ts'
import {
  changeDeliverySettings,
  countDeliveries,
  deliverySettings,
  enqueue,
  readDeliverySettings,
  releaseDeliveries,
} from '../webhooks/deliveries.ts'
import { readState } from './state.ts'

const duration = z.string().transform((text, context) => {
  if (/^P(?=.)(\d+D)?(T(?=.)(\d+H)?(\d+M)?(\d+S)?)?$/.test(text)) return Temporal.Duration.from(text)
  context.addIssue('A duration such as PT1H or P2D, forward only')
  return z.NEVER
})

const redelivery = z.strictObject({ order: z.enum(['ordered', 'reverse', 'shuffle']).default('ordered') })

function redeliver({ db, now }: Context, order: z.infer<typeof redelivery>['order']): number {
  const newestFirst = objects.list(db, 'event', null)
  const events =
    order === 'reverse' ? newestFirst : order === 'ordered' ? newestFirst.toReversed() : shuffle(newestFirst)
  return events.reduce((queued, event) => queued + enqueue(db, event, now * 1000), 0)
}

const shuffle = <T>(items: T[]) =>
  items
    .map((item) => [Math.random(), item] as const)
    .sort(([a], [b]) => a - b)
    .map(([, item]) => item)

type AddCommand = <S extends z.ZodType>(
  path: string,
  body: S,
  handle: (context: Context, body: z.infer<S>, id: string) => unknown,
) => void

/** What Stripe has no API for: time, faults of the network, and what banks and Stripe's staff decide. */
export function addControl(router: Router, inTransaction: InTransaction, faults: Network): void {
  const command: AddCommand = (path, body, handle) =>
    router.post(path, (req, res) => {
      if (!req.is('application/json')) return void res.status(415).json({ error: 'The control takes JSON' })
      const text = typeof req.body === 'string' && req.body !== '' ? req.body : '{}'
      const parsed = body.safeParse(parseJson(text))
      if (!parsed.success) return void res.status(422).json({ error: z.prettifyError(parsed.error) })
      const { id } = req.params as Record<string, string>
      res.json(inTransaction((context) => handle(context, parsed.data, String(id))))
    })

  router.get('/_control/state', (_, res) => res.json(inTransaction(readState)))
  router.get('/_control/webhooks', (_, res) =>
    res.json(inTransaction(({ db }) => ({ ...readDeliverySettings(db), ...countDeliveries(db) }))),
  )
  router.get('/_control/clock', (_, res) => res.json(inTransaction(({ now }) => ({ now: toInstant(now) }))))

  command('/_control/clock', z.strictObject({ advance: duration }), ({ db, now }, { advance }) => {
    advanceClock(db, advance)
    const seconds = advance.total({ unit: 'seconds', relativeTo: Temporal.PlainDateTime.from('2000-01-01') })
    return { now: toInstant(now + Math.round(seconds)) }
  })
  command('/_control/webhooks', deliverySettings, ({ db }, settings) => {
    changeDeliverySettings(db, settings)
    return settings
  })
  command('/_control/webhooks/release', z.strictObject({}), ({ db, now }) => ({
    released: releaseDeliveries(db, now * 1000),
  }))
  command('/_control/webhooks/redeliver', redelivery, (context, { order }) => ({ queued: redeliver(context, order) }))
  command('/_control/network', network, (_, settings) => Object.assign(faults, settings))
  command(
    '/_control/accounts/:id/restriction',
    z.strictObject({
      reason: z.enum(['requirements.past_due', 'under_review', 'rejected.fraud']).default('requirements.past_due'),
    }),
    (context, { reason }, id) => updateAccount(context, restrict(connectedAccount(context, id), reason)),
  )
  command('/_control/accounts/:id/deauthorization', z.strictObject({}), (context, _, id) =>
    deauthorize(context, connectedAccount(context, id)),
  )
  command(
    '/_control/disputes',
    z.strictObject({
      charge: z.string(),
      kind: z.enum(['dispute', 'inquiry']).default('dispute'),
      amount: z.int().optional(),
    }),
    (context, { charge, kind, amount }) => openDispute(context, retrieve(context, 'charge', charge), { kind, amount }),
  )
  command('/_control/disputes/:id', z.strictObject({ outcome: z.enum(['won', 'lost']) }), (context, { outcome }, id) =>
    closeDispute(context, retrieve(context, 'dispute', id), outcome),
  )
}

const toInstant = (seconds: number) => Temporal.Instant.fromEpochMilliseconds(seconds * 1000).toString()

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return `not JSON: ${error.message}`
    throw error
  }
}
