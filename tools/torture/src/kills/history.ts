import { setTimeout } from 'node:timers/promises'
import { Refusal } from '@buy-locals/api-client/refusal'
import type { Service } from '@buy-locals/contracts/booking/shapes'
import type { Id } from '@buy-locals/values/ids'
import type { Person } from '../person.ts'

export type Change = 'cancelled' | 'completed' | 'no-show'

/** What one person tried to book, and everything the server acknowledged of it. What it acknowledged must hold. */
export type Attempt = {
  /** Stored as the booking's note, so that the booking is found even where the response was lost. */
  note: string
  person: Person
  service: Service
  start: string
  bookingId?: Id<'booking'>
  /** Stripe confirmed that the money is taken. */
  paid?: boolean
  /** From the request for a payment until the booking is seen to be confirmed. */
  inFlight?: boolean
  /** The server was killed in that time. */
  wasKilledInFlight?: boolean
  /** The server refused the booking. */
  isRefused?: boolean
  statusesSeen: Set<string>
  changesRequested: Set<Change>
  acknowledged?: { change: Change; refundShare: number | undefined }
}

export type History = { attempts: Attempt[]; unexpected: string[]; retries: number }

export const newHistory = (): History => ({ attempts: [], unexpected: [], retries: 0 })

export const findAttempt = ({ attempts }: History, bookingId: string): Attempt | undefined =>
  attempts.find((attempt) => attempt.bookingId === bookingId)

/** Returns how many payments are in flight. */
export function markPaymentsInFlight({ attempts }: History): number {
  const inFlight = attempts.filter((attempt) => attempt.inFlight)
  for (const attempt of inFlight) attempt.wasKilledInFlight = true
  return inFlight.length
}

export function noteRefusal(
  history: History,
  { code, message }: Refusal,
  action: string,
  expected: readonly string[],
): void {
  if (!expected.includes(code)) history.unexpected.push(`${action} was refused: ${code} ${message}`)
}

const timeoutMs = 300_000

/** As a good client does: without a response it repeats the same request until there is one. */
export async function callUntilAnswered<T>(history: History, call: () => Promise<T>): Promise<T | Refusal> {
  for (const end = performance.now() + timeoutMs; ;) {
    const result = await call().catch((error: unknown) => error)
    if (result instanceof Refusal && !isTemporary(result)) return result
    if (!(result instanceof Error)) return result as T
    if (result instanceof Refusal && result.status === 500) history.unexpected.push(`500: ${result.message}`)
    if (performance.now() > end) throw new Error('The server has not responded for 5 minutes', { cause: result })
    history.retries += 1
    await setTimeout(50 + Math.random() * 200)
  }
}

/** The server is not up yet, or still at work on the first request. */
const isTemporary = ({ status, code }: Refusal) =>
  status >= 500 || code === 'idempotency/in-progress' || code === 'internal'
