import { findSlots, openState } from '@buy-locals/scheduling'
import { slowSlots } from '@buy-locals/scheduling/test/slow-twin'
import type { Figures } from './main.ts'
import { cost, median, type Cost } from './measure.ts'
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
  const costs = inTurns({
    month: () => findSlots(wanted),
    twiceTheStaff: () => findSlots(twiceTheStaff),
    twiceTheDays: () => findSlots(twiceTheDays),
    twiceTheStarts: () => findSlots(twiceTheStarts),
    small: () => findSlots(small),
    openState: () => openState(wanted.business, wanted.timeZone, wanted.now),
    answerAsJson: () => JSON.stringify(answer),
  })
  const twin = Array.from({ length: 5 }, () => cost(() => slowSlots(small)))
  return {
    slots: answer.length,
    monthMs: wall(costs.month),
    monthCpuMs: cpu(costs.month),
    fullDayMonthMs: wall(costs.twiceTheStarts),
    fullDayMonthCpuMs: cpu(costs.twiceTheStarts),
    twiceTheStaffRatio: rounded(cpu(costs.twiceTheStaff) / cpu(costs.month)),
    twiceTheDaysRatio: rounded(cpu(costs.twiceTheDays) / cpu(costs.month)),
    twiceTheStartsRatio: rounded(cpu(costs.twiceTheStarts) / cpu(costs.month)),
    monthPerAnswerAsJson: rounded(cpu(costs.month) / cpu(costs.answerAsJson)),
    fasterThanTwin: Math.round(cpu(twin) / cpu(costs.small)),
    openStateMs: wall(costs.openState),
  }
}

/** Each in its turn, round by round, so that a slow moment of the machine meets them all. */
function inTurns<Name extends string>(runs: Record<Name, () => unknown>): Record<Name, Cost[]> {
  const names = Object.keys(runs) as Name[]
  const costs = Object.fromEntries(names.map((name) => [name, [] as Cost[]])) as Record<Name, Cost[]>
  for (let round = 0; round < warmUp + rounds; round++) {
    for (const name of names) {
      const one = cost(runs[name])
      if (round >= warmUp) costs[name].push(one)
    }
  }
  return costs
}

function wall(costs: Cost[]): number {
  return rounded(median(costs.map((one) => one.wall)))
}

function cpu(costs: Cost[]): number {
  return rounded(median(costs.map((one) => one.cpu)))
}

function rounded(number: number): number {
  return Math.round(number * 1000) / 1000
}
