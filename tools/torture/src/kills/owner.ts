import { setTimeout } from 'node:timers/promises'
import { Refusal } from '@buy-locals/api-client/refusal'
import {
  bookingCancelled,
  bookingCompleted,
  bookingComplaintDecided,
  bookingComplaintFiled,
  bookingNoShow,
  bookingReopened,
  bookingRescheduled,
} from '@buy-locals/contracts/booking/events'
import * as operations from '@buy-locals/contracts/booking/operations'
import type { Booking } from '@buy-locals/contracts/booking/shapes'
import type { EventType } from '@buy-locals/contracts/event'
import type { Output } from '@buy-locals/contracts/operation'
import type { Id } from '@buy-locals/values/ids'
import { datesFromNow, readClock } from '../clock.ts'
import type { Person } from '../person.ts'
import { happens } from '../random.ts'
import type { TestMarket } from '../test-market.ts'
import { requestChange, callUntilAnswered, move, noteRefusal } from './call.ts'
import { findAttempt, noteShown, timesRequested, type Attempt, type History } from './history.ts'

type Entry = Output<typeof operations.listBusinessBookings>['items'][number]

/** The business moves, cancels and ends the bookings on its board, some with their whole session, and takes some of it back; bookers object, and an operator decides. */
export async function runOwner(market: TestMarket, history: History, mayContinue: () => boolean): Promise<void> {
  const { businessId, owner } = market
  while (mayContinue()) {
    await setTimeout(150)
    const { from, to } = await datesFromNow(market, 1)
    const board = await callUntilAnswered(history, () =>
      owner.call(operations.listBusinessBookings, { params: { businessId }, query: { from, to } }),
    )
    if (board instanceof Refusal) {
      noteRefusal(history, board, 'list', [])
      continue
    }
    const now = (await readClock(market)).toString()
    for (const entry of board.items) {
      const attempt = findAttempt(history, entry.id)
      if (!attempt || !mayContinue()) continue
      noteShown(attempt, entry)
      if (await cancelSession(market, history, entry, now)) break // the rest of the board is of before
      const next = chooseNext(history, entry, attempt, now)
      const change = next && changes[next.type]
      const params = { bookingId: entry.id }
      if (change) await requestChange(history, attempt, next, () => change(market, params, attempt.person))
      else if (next) await move(market, history, attempt, owner, entry.id)
    }
  }
}

/** What is to become of it, if anything: of what it can, that which was requested least so far. */
function chooseNext(history: History, entry: Entry, { isContested }: Attempt, now: string): EventType | undefined {
  const { status, start, complainedAt, complaintDecision, complaintsEndAt } = entry
  const pickRarer = (one: EventType, other: EventType) =>
    timesRequested(history, one.type) < timesRequested(history, other.type) ? one : other
  if (complaintDecision) return undefined
  if (complainedAt) return bookingComplaintDecided
  if (status === 'confirmed' && start > now) return pickForUpcoming(Math.random())
  if (status === 'confirmed') return pickRarer(bookingNoShow, bookingCompleted)
  const canBeContested = isContested && complaintsEndAt !== undefined && complaintsEndAt > now
  return canBeContested ? pickRarer(bookingComplaintFiled, bookingReopened) : undefined
}

const pickForUpcoming = (random: number): EventType | undefined =>
  random < 0.02 ? bookingRescheduled : random < 0.025 ? bookingCancelled : undefined

type Params = { bookingId: Id<'booking'> }
const text = 'The towel was wet.'

const changes: Record<string, (market: TestMarket, params: Params, booker: Person) => Promise<Booking>> = {
  [bookingCancelled.type]: ({ owner }, params) => owner.call(operations.cancelBooking, { params, body: {} }),
  [bookingCompleted.type]: ({ owner }, params) => owner.call(operations.completeBooking, { params }),
  [bookingNoShow.type]: ({ owner }, params) => owner.call(operations.markNoShow, { params }),
  [bookingReopened.type]: ({ owner }, params) => owner.call(operations.reopenBooking, { params }),
  [bookingComplaintFiled.type]: (_, params, booker) =>
    booker.call(operations.fileComplaint, { params, body: { text } }),
  [bookingComplaintDecided.type]: ({ operator }, params) => {
    const decision = { outcome: happens(0.7) ? 'refunded' : 'released', refundShare: 5_000, reason: text } as const
    return operator.call(operations.decideComplaint, { params, body: decision })
  },
}

/** Whoever has a seat in it, or takes one meanwhile, has none afterwards. */
async function cancelSession(
  { owner, businessId }: TestMarket,
  history: History,
  { groupSessionId, status, start }: Entry,
  now: string,
): Promise<boolean> {
  if (!groupSessionId || status !== 'confirmed' || start <= now || !happens(0.1)) return false
  for (const { service, requested } of history.attempts) if (service.capacity > 1) requested.push(bookingCancelled.type)
  const request = { params: { businessId, groupSessionId }, body: { reason: 'Ben is ill' } }
  const response = await callUntilAnswered(history, () => owner.call(operations.cancelGroupSession, request))
  if (response instanceof Refusal) noteRefusal(history, response, 'cancelling a session', [])
  else history.sessionsCancelled.add(groupSessionId)
  return true
}
