import { type Context, idOf, retrieve } from './api/context.ts'
import { payoutArrives } from './connect/payouts.ts'
import { deleteJob, type JobKind, nextDueJob } from './database/jobs.ts'
import * as objects from './database/objects.ts'
import { cancel } from './payments/payment-intents.ts'
import { refundFails, refundSucceeds } from './payments/refunds.ts'
import { createEvent } from './webhooks/events.ts'

const jobs: Record<JobKind, (context: Context, subject: string) => void> = {
  'authorization-expires': (context, subject) => {
    const intent = retrieve(context, 'payment_intent', subject)
    if (intent.status !== 'requires_capture') return
    cancel(context, intent, 'automatic')
    createEvent(context, 'charge.expired', retrieve(context, 'charge', idOf(intent.latest_charge) ?? ''))
  },
  'refund-succeeds': (context, subject) => refundSucceeds(context, retrieve(context, 'refund', subject)),
  'refund-fails': (context, subject) => refundFails(context, retrieve(context, 'refund', subject)),
  'payout-arrives': (context, subject) => payoutArrives(context, retrieve(context, 'payout', subject)),
}

/** False when no job is due any more. */
export function runDueJob(context: Context): boolean {
  const job = nextDueJob(context.db, context.now)
  if (!job) return false
  deleteJob(context.db, job)
  const found = objects.findAny(context.db, job.subject)
  if (found) jobs[job.kind]({ ...context, account: found.account }, job.subject)
  return true
}
