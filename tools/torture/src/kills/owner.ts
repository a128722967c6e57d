import { setTimeout } from 'node:timers/promises'
import { Refusal } from '@buy-locals/api-client/refusal'
import {
  cancelBooking,
  completeBooking,
  listBusinessBookings,
  markNoShow,
} from '@buy-locals/contracts/booking/operations'
import { datesFromNow, readClock } from '../clock.ts'
import type { TestMarket } from '../test-market.ts'
import { callUntilAnswered, findAttempt, noteRefusal, type Change, type History } from './history.ts'

const operations = { cancelled: cancelBooking, completed: completeBooking, 'no-show': markNoShow } as const

/** Completes the bookings that have begun, marks no-shows, and cancels a few. */
export async function runOwner(market: TestMarket, history: History, mayContinue: () => boolean): Promise<void> {
  const { businessId, owner } = market
  while (mayContinue()) {
    await setTimeout(150)
    const { from, to } = await datesFromNow(market, 1)
    const bookings = await callUntilAnswered(history, () =>
      owner.call(listBusinessBookings, { params: { businessId }, query: { from, to } }),
    )
    if (bookings instanceof Refusal) {
      noteRefusal(history, bookings, 'list', [])
      continue
    }
    const now = (await readClock(market)).toString()
    for (const { id: bookingId, status, start } of bookings.items) {
      const attempt = findAttempt(history, bookingId)
      if (status !== 'confirmed' || !attempt || !mayContinue()) continue
      const change = chooseChange(start <= now)
      if (!change) continue
      attempt.changesRequested.add(change)
      const changed = await callUntilAnswered(history, () => owner.call(operations[change], { params: { bookingId } }))
      if (changed instanceof Refusal)
        noteRefusal(history, changed, change, ['booking/wrong-state', 'booking/not-started'])
      else attempt.acknowledged = { change, refundShare: changed.refundShare }
    }
  }
}

function chooseChange(hasBegun: boolean): Change | undefined {
  const random = Math.random()
  if (hasBegun) return random < 0.2 ? 'no-show' : 'completed'
  return random < 0.01 ? 'cancelled' : undefined
}
