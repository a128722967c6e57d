import { type Router } from 'express'
import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { advanceClock } from '../books/time.ts'
import * as objects from '../books/objects.ts'
import { restricted } from '../connect/account.ts'
import { changeAccount, connectedAccount } from '../connect/accounts.ts'
import { closeDispute, openDispute } from '../payments/disputes.ts'
import type { Write } from '../simulator.ts'
import { changeOrder, deliveryOrder, orderOf } from '../webhooks/delivery-order.ts'
import { deliveryCounts, release, send } from '../webhooks/deliveries.ts'
import { type Call, existing } from '../wire/call.ts'
import { booksReport } from './books-report.ts'
import { type Network, network } from './network.ts'

const duration = z.string().transform((text, context) => {
  if (/^P(?=.)(\d+D)?(T(?=.)(\d+H)?(\d+M)?(\d+S)?)?$/.test(text)) return Temporal.Duration.from(text)
  context.addIssue('A duration such as PT1H or P2D, forward only')
  return z.NEVER
})

const again = z.strictObject({ order: z.enum(['ordered', 'reverse', 'shuffle']).default('ordered') })

function redeliver(call: Call, order: z.infer<typeof again>['order']): number {
  const newestFirst = objects.all(call.db, 'event', null)
  const events =
    order === 'reverse' ? newestFirst : order === 'ordered' ? newestFirst.toReversed() : shuffled(newestFirst)
  return events.reduce((sent, event) => sent + send(call.db, event, call.now * 1000), 0)
}

const shuffled = <T>(items: T[]) =>
  items
    .map((item) => [Math.random(), item] as const)
    .sort(([a], [b]) => a - b)
    .map(([, item]) => item)

type Command = <S extends z.ZodType>(
  path: string,
  body: S,
  answer: (call: Call, body: z.infer<S>, id: string) => unknown,
) => void

/** What Stripe has no API for: time, the weather on the wire, and what banks and Stripe's staff decide. */
export function addControl(router: Router, write: Write, wire: Network): void {
  const command: Command = (path, body, answer) =>
    router.post(path, (req, res) => {
      const text = typeof req.body === 'string' && req.body !== '' ? req.body : '{}'
      const read = body.safeParse(jsonOf(text))
      if (!read.success) return void res.status(422).json({ error: z.prettifyError(read.error) })
      res.json(write((call) => answer(call, read.data, String((req.params as Record<string, string>)['id']))))
    })

  router.get('/_control/books', (_, res) => res.json(write(booksReport)))
  router.get('/_control/webhooks', (_, res) => res.json(write(({ db }) => ({ ...orderOf(db), ...deliveryCounts(db) }))))
  router.get('/_control/clock', (_, res) => res.json(write(({ now }) => ({ now: instant(now) }))))

  command('/_control/clock', z.strictObject({ advance: duration }), (call, { advance }) => {
    const before = call.now
    advanceClock(call.db, advance)
    return {
      now: instant(
        before + Math.round(advance.total({ unit: 'seconds', relativeTo: Temporal.PlainDateTime.from('2000-01-01') })),
      ),
    }
  })
  command('/_control/webhooks', deliveryOrder, ({ db }, order) => {
    changeOrder(db, order)
    return orderOf(db)
  })
  command('/_control/webhooks/release', z.strictObject({}), (call) => ({ released: release(call.db, call.now * 1000) }))
  command('/_control/webhooks/redeliver', again, (call, { order }) => ({ queued: redeliver(call, order) }))
  command('/_control/network', network, (_, wanted) => Object.assign(wire, wanted))
  command(
    '/_control/accounts/:id/restriction',
    z.strictObject({
      reason: z.enum(['requirements.past_due', 'under_review', 'rejected.fraud']).default('requirements.past_due'),
    }),
    (call, { reason }, id) => changeAccount(call, restricted(connectedAccount(call, id), reason)),
  )
  command(
    '/_control/disputes',
    z.strictObject({ charge: z.string(), kind: z.enum(['dispute', 'inquiry']).default('dispute') }),
    (call, { charge, kind }) => openDispute(call, existing(call, 'charge', charge), kind),
  )
  command('/_control/disputes/:id', z.strictObject({ outcome: z.enum(['won', 'lost']) }), (call, { outcome }, id) =>
    closeDispute(call, existing(call, 'dispute', id), outcome),
  )
}

const instant = (seconds: number) => Temporal.Instant.fromEpochMilliseconds(seconds * 1000).toString()

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return `not JSON: ${error.message}`
    throw error
  }
}
