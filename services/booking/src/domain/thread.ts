import type { Temporal } from 'temporal-polyfill'
import {
  threadDays,
  type Message,
  type ReadMarks,
  type ReportOutcome,
  type ThreadSide,
} from '@buy-locals/contracts/booking/shapes'
import { Problem } from '@buy-locals/contracts/problem'
import { isBefore, toSecond } from '@buy-locals/values/time'
import type { Booking } from './booking.ts'
import { maskContacts } from './contact-details.ts'

type Instant = Temporal.Instant

/** What both sides of a booking have written, and how far each has read. */
export type Thread = {
  lastNumber: number
  read: ReadMarks
  /** When the first message was sent that this side has not read. */
  unreadSince: Record<ThreadSide, Instant | undefined>
  version: number
}

/** What the other side has reported of a message, and what the operator did about it. */
export type Report = { decision?: { outcome: ReportOutcome; reason: string } | undefined }

export type SentMessage = {
  number: number
  sentBy: ThreadSide
  text: string
  sentAt: Instant
  report?: Report | undefined
}

export const otherSide = (side: ThreadSide): ThreadSide => (side === 'consumer' ? 'business' : 'consumer')

/** It was confirmed once: what was cancelled or has expired while it was held never was. */
const wasConfirmed = ({ status, holdExpiresAt }: Booking): boolean =>
  status === 'confirmed' ||
  status === 'completed' ||
  status === 'no-show' ||
  (status === 'cancelled' && holdExpiresAt === undefined)

/** Before that, nobody is to be led away from the site, or called by somebody who only holds a time. */
export const hidesContacts = (booking: Booking): boolean => !wasConfirmed(booking)

/** Undefined where nothing can be written any more. Where nobody noted when it was cancelled, the days count from its end. */
export function closesAt(booking: Booking, now: Instant): Instant | undefined {
  const { status, end, cancelledAt } = booking
  const isOver = status === 'expired' || (status === 'cancelled' && !wasConfirmed(booking))
  if (isOver) return undefined
  const from = status === 'cancelled' ? (cancelledAt ?? end) : end
  const closes = from.add({ hours: threadDays * 24 })
  return isBefore(now, closes) ? closes : undefined
}

export function refuseClosed(booking: Booking, now: Instant): void {
  if (!closesAt(booking, now)) throw new Problem('booking/thread-closed', 'The thread of the booking is closed')
}

type Reader = { booking: Booking; sides: readonly ThreadSide[] }

/** As somebody reads it who is these sides of the booking. What they wrote themselves they read as it is, unless the operator has removed it. */
export function presentMessage({ sentAt, text, report, ...message }: SentMessage, { booking, sides }: Reader): Message {
  const shown = {
    ...message,
    sentAt: toSecond(sentAt),
    ...presentReport(report, sides.includes(otherSide(message.sentBy))),
  }
  if (shown.isRemoved) return { ...shown, text: '' }
  const masked = hidesContacts(booking) ? maskContacts(text) : text
  return {
    ...shown,
    text: sides.includes(message.sentBy) ? text : masked,
    ...(masked !== text && { hidesContacts: true }),
  }
}

/** That it was reported is between its reader and the operator; that it is removed, and why, both sides read. */
function presentReport(report: Report | undefined, isReader: boolean) {
  const { outcome, reason: decisionReason } = report?.decision ?? {}
  return {
    ...(outcome === 'removed' && { isRemoved: true as const }),
    ...(report && isReader && { isReported: true as const }),
    ...(decisionReason && (outcome === 'removed' || isReader) && { decisionReason }),
  }
}
