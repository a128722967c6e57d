import type { Booking, Service } from '@buy-locals/contracts/booking/shapes'
import type { Id } from '@buy-locals/values/ids'
import type { Person } from '../person.ts'

/** What one person tried to book, and everything that was requested and shown of it. What was shown must hold. */
export type Attempt = {
  /** Stored as the booking's note, so that the booking is found even where the response was lost. */
  note: string
  person: Person
  service: Service
  bookingId?: Id<'booking'>
  /** Stripe confirmed that the money is taken. */
  paid?: boolean
  /** From the request for a payment until the booking is seen to be confirmed. */
  inFlight?: boolean
  /** The server was killed in that time. */
  wasKilledInFlight?: boolean
  /** The server refused the booking. */
  isRefused?: boolean
  /** Once the visit is over, somebody takes that back or objects. */
  isContested: boolean
  /** Every start that somebody requested. */
  starts: Set<string>
  /** The events that somebody requested, as often as they did. */
  requested: string[]
  shown: Pick<Booking, 'version' | 'status' | 'start' | 'refundShare'>[]
}

export type History = {
  attempts: Attempt[]
  /** Group sessions that were cancelled for everybody. */
  sessionsCancelled: Set<Id<'groupSession'>>
  unexpected: string[]
  retries: number
}

export const newHistory = (): History => ({ attempts: [], sessionsCancelled: new Set(), unexpected: [], retries: 0 })

export const findAttempt = ({ attempts }: History, bookingId: string): Attempt | undefined =>
  attempts.find((attempt) => attempt.bookingId === bookingId)

export const timesRequested = ({ attempts }: History, type: string): number =>
  attempts.reduce((count, { requested }) => count + requested.filter((one) => one === type).length, 0)

export function noteShown(attempt: Attempt, { version, status, start, refundShare }: Attempt['shown'][number]): void {
  attempt.shown.push({ version, status, start, refundShare })
}

/** Returns how many payments are in flight. */
export function markPaymentsInFlight({ attempts }: History): number {
  const inFlight = attempts.filter((attempt) => attempt.inFlight)
  for (const attempt of inFlight) attempt.wasKilledInFlight = true
  return inFlight.length
}
