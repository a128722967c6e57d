import { setTimeout } from 'node:timers/promises'
import { Refusal } from '@buy-locals/api-client/refusal'
import { bookingRescheduled } from '@buy-locals/contracts/booking/events'
import { rescheduleBooking } from '@buy-locals/contracts/booking/operations'
import type { Booking } from '@buy-locals/contracts/booking/shapes'
import type { EventType } from '@buy-locals/contracts/event'
import type { Id } from '@buy-locals/values/ids'
import type { Person } from '../person.ts'
import { happens, pickOne } from '../random.ts'
import type { TestMarket } from '../test-market.ts'
import { noteShown, type Attempt, type History } from './history.ts'

/** Longer than all kills take: whoever waited for an event that a killed server had leased may wait for the next one too. */
const timeoutMs = 600_000

/** As a good client does: without a response it repeats the same request until there is one. */
export async function callUntilAnswered<T>(history: History, call: () => Promise<T>): Promise<T | Refusal> {
  for (const end = performance.now() + timeoutMs; ;) {
    const result = await call().catch((error: unknown) => error)
    if (result instanceof Refusal && !isTemporary(result)) return result
    if (!(result instanceof Error)) return result as T
    if (result instanceof Refusal && result.status === 500) history.unexpected.push(`500: ${result.message}`)
    if (performance.now() > end) throw new Error('The server has not responded for 10 minutes', { cause: result })
    history.retries += 1
    await setTimeout(50 + Math.random() * 200)
  }
}

/** The server is not up yet, or still at work on the first request. */
const isTemporary = ({ status, code }: Refusal) =>
  status >= 500 || code === 'idempotency/in-progress' || code === 'internal'

export function noteRefusal(
  history: History,
  { code, message }: Refusal,
  action: string,
  expected: readonly string[],
): void {
  if (!expected.includes(code)) history.unexpected.push(`${action} was refused: ${code} ${message}`)
}

/** Others have changed it meanwhile, or this request has and its first response was lost. */
const tooLate = ['booking/wrong-state', 'booking/not-started', 'booking/outside-policy', 'booking/slot-taken']

/** Asks for a change of the booking. */
export async function requestChange(
  history: History,
  attempt: Attempt,
  { type }: EventType,
  call: () => Promise<Booking>,
): Promise<void> {
  attempt.requested.push(type)
  const response = await callUntilAnswered(history, call)
  if (response instanceof Refusal) noteRefusal(history, response, type, tooLate)
  else noteShown(attempt, response)
}

export async function move(
  market: TestMarket,
  history: History,
  attempt: Attempt,
  by: Person,
  bookingId: Id<'booking'>,
): Promise<void> {
  const start = await pickStart(market, history, attempt.service)
  if (!start) return
  attempt.starts.add(start)
  const request = { params: { bookingId }, body: { start } }
  await requestChange(history, attempt, bookingRescheduled, () => by.call(rescheduleBooking, request))
}

/** Most of them so soon that they begin while the server is still killed again and again. */
export async function pickStart(
  market: TestMarket,
  history: History,
  service: Attempt['service'],
): Promise<string | undefined> {
  const free = await callUntilAnswered(history, () => market.freeStarts(service))
  return free instanceof Refusal ? undefined : pickOne(free.slice(0, happens(0.6) ? 8 : 48))
}
