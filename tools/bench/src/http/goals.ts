import type { HotStart } from './hot-start.ts'
import { processorRatio, ratio, type Outcome } from './outcome.ts'

export type Goal = { path: string; goal: string; figure: string; isMet: boolean | undefined }

/** What the figures have to be, at sixteen clients. Nothing is asserted: a busy machine misses some of them. */
export function goalsOf({ reads, bookings, barePerSecond, processes }: Outcome): Goal[] {
  const row = (name: string) => reads.find((read) => read.name === name && read.clients === 16)
  const live = row('/health/live')?.ours.perSecond ?? NaN

  const shareOfLive = (name: string): Goal => {
    const [found, times] = [row(name), timesReference(name)]
    const share = (found?.ours.perSecond ?? NaN) / live
    const figure = `${Math.round(share * 100)} % (${text(times)} ×)`
    return { path: `${name}, from the cache`, goal: '≥ 40 % of /health/live (60 × aimed at)', figure, isMet: share >= 0.4 } // prettier-ignore
  }
  const atLeast = (least: number, name: string): Goal => {
    const [found, times] = [row(name), timesReference(name)]
    const figure = `${text(times)} × (${text(found && processorRatio(found))} × by processor time)`
    return { path: name, goal: `≥ ${least} ×`, figure, isMet: times === undefined ? undefined : times >= least }
  }
  const timesReference = (name: string) => {
    const found = row(name)
    return found && ratio(found)
  }

  const { ours, reference } = bookings
  const booked = ours.measured
  const both = { ours: booked, reference: reference?.measured }
  const times = ratio(both)
  const share = (booked.byStatus['201'] ?? 0) / booked.requests
  return [
    ...['home page', 'business page'].map(shareOfLive),
    ...['home page, anew', 'business page, anew'].map((name) => atLeast(4, name)),
    ...reads.filter(({ name, clients }) => clients === 16 && name.endsWith('signed in')).map(({ name }) => atLeast(3, name)), // prettier-ignore
    ...reads.filter(({ name, clients }) => clients === 16 && name.startsWith('API')).map(({ name }) => atLeast(2, name)), // prettier-ignore
    { path: 'bookings', goal: '≥ 3 × (4 × aimed at)', figure: `${text(times)} × (${text(processorRatio(both))} × by processor time)`, isMet: times === undefined ? undefined : times >= 3 }, // prettier-ignore
    { path: 'bookings: 201', goal: '≥ 99 %', figure: `${text(share * 100)} %`, isMet: share >= 0.99 },
    upTo('bookings: statements in the request', 14, ours.statements.inRequest),
    upTo('bookings: statements with all that follows', 40, ours.statements.untilQuiet),
    upTo('bookings: seconds until the outbox is empty', 5, ours.untilOutboxEmptySeconds),
    { path: 'bookings: share of bare inserts', goal: 'for information', figure: `${text((booked.perSecond / barePerSecond) * 100)} %`, isMet: undefined }, // prettier-ignore
    ...ours.hot.flatMap(goalsOfHotStart),
    ...(processes ? [{ path: 'two web processes, pages anew', goal: '≥ 1.5 × one', figure: `${text(processes.two / processes.one)} ×`, isMet: processes.two / processes.one >= 1.5 }] : []), // prettier-ignore
  ]
}

function goalsOfHotStart({ capacity, measured, accepted, withAlternatives }: HotStart): Goal[] {
  const name = `one hot start of ${capacity} seats, 64 clients`
  const refused = measured.requests - accepted
  return [
    upTo(`${name}: p99, ms`, 250, measured.p99),
    upTo(`${name}: longest, ms`, 500, measured.longest),
    { path: `${name}: accepted`, goal: `exactly ${capacity}`, figure: String(accepted), isMet: accepted === capacity },
    { path: `${name}: refused with alternatives`, goal: 'all others', figure: `${withAlternatives} of ${refused}`, isMet: withAlternatives === refused }, // prettier-ignore
  ]
}

const upTo = (path: string, most: number, figure: number): Goal => ({ path, goal: `≤ ${most}`, figure: text(figure), isMet: figure <= most }) // prettier-ignore

const text = (figure: number | undefined): string => (figure === undefined ? '–' : figure.toFixed(figure < 10 ? 1 : 0))
