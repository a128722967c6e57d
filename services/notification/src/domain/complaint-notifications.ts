import { Temporal } from 'temporal-polyfill'
import { complaintDays } from '@buy-locals/contracts/booking/shapes'
import type { Id } from '@buy-locals/values/ids'
import { decideBy, type Notification } from './notifications.ts'

type ComplaintEvent = {
  type: string
  at: string
  data: {
    id: Id<'booking'>
    marketId: Id<'market'>
    serviceName: string
    venue?: { name: string } | undefined
    start: string
    timeZone: string
    complainedAt?: string | undefined
  }
}

const states: Readonly<Record<string, 'filed' | 'replied' | 'decided'>> = {
  'booking.complaint-filed.v1': 'filed',
  'booking.complaint-replied.v1': 'replied',
  'booking.complaint-decided.v1': 'decided',
}

/** Of one that is published late only the rest. */
const timeToReply = (filedAt: string, at: string): { minutes: number } => {
  const due = Temporal.Instant.from(filedAt).add({ hours: complaintDays.reply * 24 })
  return { minutes: Math.max(0, Math.ceil(Temporal.Instant.from(at).until(due).total('minutes'))) }
}

/** A complaint waits for its operators once the business has replied, or has not in time. However often it replies, they are notified once. */
export function stateOfComplaint(
  { type, at, data }: ComplaintEvent,
  businessName: string,
): { state: string; notifications: Notification[] } | undefined {
  const state = states[type]
  if (!state) return undefined
  const { id, marketId, serviceName: service, venue, start, timeZone, complainedAt = at } = data
  const toOperators = {
    to: { market: marketId },
    about: { bookingId: id, business: venue?.name ?? businessName, service, start, timeZone, decideBy: decideBy(complainedAt) }, // prettier-ignore
    link: '/dashboard/operator/complaints',
  }
  const batch = `complaint ${state} ${id}`
  if (state === 'filed')
    return {
      state,
      notifications: [{ ...toOperators, kind: 'complaint-unreplied', delay: timeToReply(complainedAt, at), batch }],
    }
  return { state, notifications: state === 'replied' ? [{ ...toOperators, kind: 'complaint-ready', batch }] : [] }
}
