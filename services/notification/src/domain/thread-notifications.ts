import { Temporal } from 'temporal-polyfill'
import type { ReportOutcome, ThreadSide } from '@buy-locals/contracts/booking/shapes'
import type { Id } from '@buy-locals/values/ids'
import type { Notification } from './notifications.ts'

type SentMessage = {
  id: Id<'booking'>
  businessId: Id<'business'>
  consumerId: Id<'person'>
  staffId?: Id<'staff'> | undefined
  serviceName: string
  start: string
  timeZone: string
  sentBy: ThreadSide
  unreadSince: string
}

/** Whoever has the page open has read it by then. */
const timeToRead = { minutes: 2 }

/** Of what nobody reads, people are notified again after so long. */
const batchHours = 12

export const kindOfReader = { consumer: 'message-from-business', business: 'message-from-customer' } as const

/** However much is written, it is one notification, until it is read or half a day has passed. What was written is read in the thread alone. */
export function notificationsOfMessage(
  message: SentMessage,
  { at, business }: { at: string; business: string },
): Notification[] {
  const { id, businessId, consumerId, staffId, serviceName: service, start, timeZone, sentBy } = message
  const reader: ThreadSide = sentBy === 'consumer' ? 'business' : 'consumer'
  const notification = {
    kind: kindOfReader[reader],
    about: { bookingId: id, business, service, start, timeZone },
    delay: timeToRead,
    batch: `messages ${id} ${reader} ${message.unreadSince} ${countBatches(message.unreadSince, at)}`,
  }
  if (reader === 'consumer') return [{ ...notification, to: { person: consumerId }, link: `/bookings/${id}` }]
  const toBusiness = { ...notification, names: consumerId, link: `/dashboard/bookings/${id}` }
  return [
    ...(staffId ? [{ ...toBusiness, to: { calendar: staffId, of: businessId } }] : []),
    { ...toBusiness, to: { business: businessId } },
  ]
}

type ReportedMessage = Omit<SentMessage, 'staffId' | 'unreadSince'> & { marketId: Id<'market'> }

const aboutReport = ({ id, serviceName: service, start, timeZone }: ReportedMessage, business: string) => ({
  ...{ bookingId: id, business, service, start, timeZone },
})

/** Of one booking the operators are notified once a day: anybody who has booked can report. */
export const notificationOfReport = (
  report: ReportedMessage,
  { at, business }: { at: string; business: string },
): Notification => ({
  kind: 'message-reported',
  to: { market: report.marketId },
  about: { ...aboutReport(report, business), sentBy: report.sentBy },
  batch: `message reports ${report.id} ${at.slice(0, 10)}`,
  link: '/dashboard/operator/reported-messages',
})

type DecidedReport = ReportedMessage & { outcome: ReportOutcome; reason: string }

/** Whoever reported it reads of either outcome, whoever wrote it where it is removed. A business reads the reason in the thread, which is erased with its customer. */
export function notificationsOfReportDecision(report: DecidedReport, business: string): Notification[] {
  const { id, businessId, consumerId, sentBy, outcome, reason } = report
  const about = aboutReport(report, business)
  const kindFor = (side: ThreadSide): string | undefined => {
    if (side !== sentBy) return outcome === 'removed' ? 'message-removed' : 'message-kept'
    return outcome === 'removed' ? 'own-message-removed' : undefined
  }
  const [toConsumer, toBusiness] = [kindFor('consumer'), kindFor('business')]
  return [
    ...(toConsumer
      ? [
          {
            kind: toConsumer,
            to: { person: consumerId },
            about: { ...about, message: reason },
            link: `/bookings/${id}`,
          },
        ]
      : []),
    ...(toBusiness
      ? [
          {
            ...{ kind: toBusiness, to: { business: businessId }, about, names: consumerId },
            link: `/dashboard/bookings/${id}`,
          },
        ]
      : []),
  ]
}

const countBatches = (since: string, at: string): number =>
  Math.floor(Temporal.Instant.from(since).until(Temporal.Instant.from(at)).total('hours') / batchHours)
