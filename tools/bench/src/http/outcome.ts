import type { HotStart } from './hot-start.ts'
import type { Timed } from './subject.ts'

export type StatementCounts = { inRequest: number; untilQuiet: number }
/** Of this checkout, and of the commit it is compared with where that could be run. */
export type Both<T> = { ours: T; reference: T | undefined }

export type ReadRow = { name: string; clients: number } & Both<Timed>
export type Booked = {
  measured: Timed
  untilOutboxEmptySeconds: number
  statements: StatementCounts
  /** One of each class. */
  hot: HotStart[]
}

export type Outcome = {
  reads: ReadRow[]
  statements: Map<string, Both<StatementCounts>>
  bookings: Both<Booked>
  barePerSecond: number
  /** Pages rendered anew a second; undefined where the server knows no such setting. */
  processes: { one: number; two: number } | undefined
}

/** By requests a second, and by processor time, which what else the machine does hardly changes. */
export const ratio = ({ ours, reference }: Both<{ perSecond: number }>): number | undefined =>
  reference && ours.perSecond / reference.perSecond

export const processorRatio = ({ ours, reference }: Both<{ processorMs: number }>): number | undefined =>
  reference && reference.processorMs / ours.processorMs
