import { findSlots, openState } from '@buy-locals/scheduling'
import { slowSlots } from '@buy-locals/scheduling/test/slow-twin'
import type { Figures } from './main.ts'
import { median, milliseconds } from './measure.ts'
import { month } from './month.ts'

const halfDay = { opens: '08:00', closes: '20:00' }
const wholeDay = { opens: '00:00', closes: '24:00' }

/** The month that has to stay under 3 ms, and whether twice as much of one thing takes twice as long. */
export function slots(): Figures {
  const base = month({ staff: 50, days: 31, ...halfDay })
  const answer = findSlots(base)
  const small = month({ staff: 2, days: 2, ...halfDay, busyEach: 4 })
  const runs = {
    base: () => findSlots(base),
    twiceTheStaff: under(month({ staff: 100, days: 31, ...halfDay })),
    twiceTheDays: under(month({ staff: 50, days: 62, ...halfDay })),
    twiceTheStarts: under(month({ staff: 50, days: 31, ...wholeDay })),
    small: () => findSlots(small),
    openState: () => openState(base.business, base.timeZone, base.now),
    reference: () => JSON.stringify(answer),
  }
  const times = Object.fromEntries(Object.keys(runs).map((name) => [name, [] as number[]]))
  for (let round = 0; round < 260; round++) {
    for (const [name, run] of Object.entries(runs)) {
      const time = milliseconds(run)
      if (round >= 60) times[name]?.push(time)
    }
  }
  const typical = (name: keyof typeof runs) => median(times[name] ?? [])
  const ratio = (name: keyof typeof runs) =>
    rounded(median((times[name] ?? []).map((time, round) => time / (times['base']?.[round] ?? NaN))))
  const twin = median(Array.from({ length: 5 }, () => milliseconds(() => slowSlots(small))))
  return {
    slots: answer.length,
    monthMs: rounded(typical('base')),
    monthFastestMs: rounded(Math.min(...(times['base'] ?? []))),
    twiceTheStaffRatio: ratio('twiceTheStaff'),
    twiceTheDaysRatio: ratio('twiceTheDays'),
    twiceTheStartsRatio: ratio('twiceTheStarts'),
    answerAsJsonMs: rounded(typical('reference')),
    monthPerAnswerAsJson: rounded(typical('base') / typical('reference')),
    openStateMs: rounded(typical('openState')),
    twinSmallMs: rounded(twin),
    fasterThanTwin: Math.round(twin / typical('small')),
  }
}

function under(request: ReturnType<typeof month>) {
  return () => findSlots(request)
}

function rounded(number: number): number {
  return Math.round(number * 1000) / 1000
}
