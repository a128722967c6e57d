import { clearAlarm, nextAlarm, type Purpose } from './books/alarms.ts'
import * as objects from './books/objects.ts'
import { payoutArrives } from './connect/payouts.ts'
import { cancel } from './payments/payment-intents.ts'
import { refundFails, refundSucceeds } from './payments/refunds.ts'
import { say } from './webhooks/events.ts'
import { type Call, existing, idOf } from './wire/call.ts'

const answers: Record<Purpose, (call: Call, subject: string) => void> = {
  'authorization-expires': (call, subject) => {
    const intent = existing(call, 'payment_intent', subject)
    if (intent.status !== 'requires_capture') return
    cancel(call, intent, 'automatic')
    say(call, 'charge.expired', existing(call, 'charge', idOf(intent.latest_charge) ?? ''))
  },
  'refund-succeeds': (call, subject) => refundSucceeds(call, existing(call, 'refund', subject)),
  'refund-fails': (call, subject) => refundFails(call, existing(call, 'refund', subject)),
  'payout-arrives': (call, subject) => payoutArrives(call, existing(call, 'payout', subject)),
}

/** True when there was one: call again. */
export function answerAlarm(call: Call): boolean {
  const alarm = nextAlarm(call.db, call.now)
  if (!alarm) return false
  clearAlarm(call.db, alarm)
  const found = objects.findAny(call.db, alarm.subject)
  if (found) answers[alarm.purpose]({ ...call, account: found.account }, alarm.subject)
  return true
}
