import { findSlots, openState } from '@buy-locals/scheduling'
import { findSlotsByMinute } from '@buy-locals/scheduling/test/reference'
import type { Figures } from './main.ts'
import { milliseconds, quantile } from './measure.ts'
import { month } from './month.ts'

const halfDay = { opens: '08:00', closes: '20:00' }
const wholeDay = { opens: '00:00', closes: '24:00' }
const [warmUp, rounds] = [60, 200]

/** The month that has to stay under 3 ms, and whether twice as much of one thing takes twice as long. */
export function slots(): Figures {
  const wanted = month({ staff: 50, days: 31, ...halfDay })
  const twiceTheStaff = month({ staff: 100, days: 31, ...halfDay })
  const twiceTheDays = month({ staff: 50, days: 62, ...halfDay })
  const twiceTheStarts = month({ staff: 50, days: 31, ...wholeDay })
  const small = month({ staff: 2, days: 2, ...halfDay, busyEach: 4 })
  const answer = findSlots(wanted)
  const times = inTurns({
    month: () => findSlots(wanted),
    twiceTheStaff: () => findSlots(twiceTheStaff),
    twiceTheDays: () => findSlots(twiceTheDays),
    twiceTheStarts: () => findSlots(twiceTheStarts),
    small: () => findSlots(small),
    openState: () => openState(wanted.business, wanted.timeZone, wanted.now),
    answerAsJson: () => JSON.stringify(answer),
  })
  const byMinute = Array.from({ length: 5 }, () => milliseconds(() => findSlotsByMinute(small)))
  return {
    slots: answer.length,
    monthMs: median(times.month),
    monthUndisturbedMs: undisturbed(times.month),
    fullDayMonthMs: median(times.twiceTheStarts),
    fullDayMonthUndisturbedMs: undisturbed(times.twiceTheStarts),
    twiceTheStaffRatio: ratio(times.twiceTheStaff, times.month),
    twiceTheDaysRatio: ratio(times.twiceTheDays, times.month),
    twiceTheStartsRatio: ratio(times.twiceTheStarts, times.month),
    monthPerAnswerAsJson: ratio(times.month, times.answerAsJson),
    fasterThanReference: Math.round(ratio(byMinute, times.small)),
    openStateMs: median(times.openState),
  }
}

/** Each in its turn, round by round, so that a slow moment of the machine meets them all. */
function inTurns<Name extends string>(runs: Record<Name, () => unknown>): Record<Name, number[]> {
  const names = Object.keys(runs) as Name[]
  const times = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Name, number[]>
  for (let round = 0; round < warmUp + rounds; round++) {
    for (const name of names) {
      const time = milliseconds(runs[name])
      if (round >= warmUp) times[name].push(time)
    }
  }
  return times
}

function median(times: number[]): number {
  return rounded(quantile(0.5, times))
}

// What one run in ten stays under: on a busy machine most of the others wait for somebody else.
function undisturbed(times: number[]): number {
  return rounded(quantile(0.1, times))
}

function ratio(times: number[], reference: number[]): number {
  return rounded(quantile(0.1, times) / quantile(0.1, reference))
}

function rounded(number: number): number {
  return Math.round(number * 1000) / 1000
}
