import { setTimeout } from 'node:timers/promises'
import { Refusal } from '@buy-locals/api-client/refusal'
import {
  cancelBooking,
  completeBooking,
  listBusinessBookings,
  markNoShow,
} from '@buy-locals/contracts/booking/operations'
import { datesFromNow, now } from '../clock.ts'
import type { Town } from '../town.ts'
import { refused } from './consumers.ts'
import { known, type Change, type Memory } from './memory.ts'
import { untilAnswered } from './until-answered.ts'

const operationOf = { cancelled: cancelBooking, completed: completeBooking, 'no-show': markNoShow } as const

/** Completes what has begun, notes who did not come, and now and then has to cancel. */
export async function keepShop(town: Town, memory: Memory, goesOn: () => boolean): Promise<void> {
  const { businessId, ownerPerson: owner } = town
  while (goesOn()) {
    await setTimeout(150)
    const { from, to } = await datesFromNow(town, 1)
    const board = await untilAnswered(memory, () =>
      owner.call(listBusinessBookings, { params: { businessId }, query: { from, to } }),
    )
    if (board instanceof Refusal) {
      refused(memory, board, 'board', [])
      continue
    }
    const at = (await now(town)).toString()
    for (const { id: bookingId, status, start } of board.items) {
      const intention = known(memory, bookingId)
      if (status !== 'confirmed' || !intention || !goesOn()) continue
      const change = changeOf(start <= at)
      if (!change) continue
      intention.asked.add(change)
      const changed = await untilAnswered(memory, () => owner.call(operationOf[change], { params: { bookingId } }))
      if (changed instanceof Refusal) refused(memory, changed, change, ['booking/wrong-state', 'booking/not-started'])
      else intention.answered = { change, refundShare: changed.refundShare }
    }
  }
}

function changeOf(hasBegun: boolean): Change | undefined {
  const dice = Math.random()
  if (hasBegun) return dice < 0.2 ? 'no-show' : 'completed'
  return dice < 0.01 ? 'cancelled' : undefined
}
