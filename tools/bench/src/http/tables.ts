import type { Figures } from '../measure.ts'
import type { Goal } from './goals.ts'
import { ratio, type Outcome } from './outcome.ts'

export function printReads({ reads, statements, bookings, barePerSecond }: Outcome): void {
  const rows = reads.map((row) => ({
    what: row.name,
    clients: row.clients,
    '1/s': Math.round(row.ours.perSecond),
    '× before': rounded(ratio(row)),
    p50: rounded(row.ours.p50),
    p99: rounded(row.ours.p99),
    bytes: Math.round(row.ours.bytes),
    SQL: rounded(statements.get(row.name)?.ours.inRequest),
    'SQL in all': rounded(statements.get(row.name)?.ours.untilQuiet),
    'CPU ms': rounded(row.ours.processorMs),
    'CPU before': rounded(row.reference?.processorMs),
    others: othersThan('200', row.ours.byStatus),
    generator: rounded(row.ours.generatorShare),
  }))
  const { ours, reference } = bookings
  const booked = {
    what: 'bookings',
    clients: 16,
    '1/s': Math.round(ours.measured.perSecond),
    '× before': rounded(ratio({ ours: ours.measured, reference: reference?.measured })),
    p50: rounded(ours.measured.p50),
    p99: rounded(ours.measured.p99),
    'CPU ms': rounded(ours.measured.processorMs),
    'CPU before': rounded(reference?.measured.processorMs),
    SQL: rounded(ours.statements.inRequest),
    'SQL in all': rounded(ours.statements.untilQuiet),
    others: othersThan('201', ours.measured.byStatus),
    generator: rounded(ours.measured.generatorShare),
  }
  const hot = ours.hot.map(({ capacity, measured }, at) => ({
    what: `one hot start of ${capacity} seats`,
    clients: 64,
    '1/s': Math.round(measured.perSecond),
    '× before': rounded(ratio({ ours: measured, reference: reference?.hot[at]?.measured })),
    p50: rounded(measured.p50),
    p99: rounded(measured.p99),
    others: othersThan('201', measured.byStatus),
    generator: rounded(measured.generatorShare),
  }))
  console.table([...rows, booked, ...hot])
  if (reference) {
    const { measured, statements: before, untilOutboxEmptySeconds } = reference
    console.log(`Before: ${rounded(measured.perSecond)} bookings a second, p50 ${rounded(measured.p50)} ms, ${rounded(before.inRequest)} statements in the request and ${rounded(before.untilQuiet)} in all, outbox empty after ${rounded(untilOutboxEmptySeconds)} s.`) // prettier-ignore
  }
  console.log(`Bare inserts through the same driver: ${Math.round(barePerSecond)} a second.`)
  const busy = reads.filter(({ ours: { generatorShare } }) => generatorShare > 0.9).map(({ name }) => name)
  if (busy.length > 0) console.log(`The generator may have been the limit of: ${[...new Set(busy)].join(', ')}`)
}

export function printGoals(goals: Goal[]): void {
  console.table(
    goals.map(({ isMet, ...goal }) => ({ ...goal, '': isMet === undefined ? '' : isMet ? 'met' : 'missed' })),
  )
}

export function figuresOf(outcome: Outcome): Figures {
  const { bookings, barePerSecond, processes } = outcome
  const figures: Figures = {}
  for (const row of outcome.reads) {
    const name = `${row.name} · ${row.clients}`
    add(figures, name, { perSecond: row.ours.perSecond, p50: row.ours.p50, p99: row.ours.p99, bytes: row.ours.bytes, processorMs: row.ours.processorMs, ratio: ratio(row) }) // prettier-ignore
  }
  for (const [name, { ours }] of outcome.statements)
    add(figures, name, { statements: ours.inRequest, statementsInAll: ours.untilQuiet })
  const { measured, hot, statements, untilOutboxEmptySeconds } = bookings.ours
  const before = bookings.reference?.measured.perSecond
  add(figures, 'bookings', { perSecond: measured.perSecond, p50: measured.p50, p99: measured.p99, accepted: (measured.byStatus['201'] ?? 0) / measured.requests, statements: statements.inRequest, statementsInAll: statements.untilQuiet, untilOutboxEmptySeconds, ofBareInserts: measured.perSecond / barePerSecond, ratio: before && measured.perSecond / before }) // prettier-ignore
  for (const { capacity, measured: rush, accepted, withAlternatives } of hot)
    add(figures, `one hot start of ${capacity} seats`, { p99: rush.p99, longest: rush.longest, accepted, withAlternatives }) // prettier-ignore
  if (processes)
    add(figures, 'two web processes', { perSecond: processes.two, ratioToOne: processes.two / processes.one })
  return figures
}

function add(figures: Figures, name: string, more: Record<string, number | undefined>): void {
  for (const [what, figure] of Object.entries(more)) if (figure !== undefined) figures[`${name} ${what}`] = rounded(figure) ?? NaN // prettier-ignore
}

function othersThan(expected: string, byStatus: Record<string, number>): string {
  return Object.entries(byStatus).filter(([status]) => status !== expected).map(([status, count]) => `${count} × ${status}`).join(', ') // prettier-ignore
}

const rounded = (figure: number | undefined) => figure && (figure < 100 ? Math.round(figure * 100) / 100 : Math.round(figure)) // prettier-ignore
