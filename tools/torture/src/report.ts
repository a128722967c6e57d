/** What a long test did, in figures, and a sentence for everything that was wrong. */
export type Report = { figures: Record<string, number>; findings: string[] }

export type Log = (message: string) => void
export type Size = 'short' | 'full'

/** Collects what does not hold and goes on: one finding shall not hide the next. */
export function collectFindings() {
  const findings: string[] = []
  return {
    findings,
    expect: (holds: boolean, finding: string) => void (holds || findings.push(finding)),
  }
}
export type Expect = ReturnType<typeof collectFindings>['expect']

export const countBy = (values: readonly (string | number)[]): Record<string, number> => {
  const counts: Record<string, number> = {}
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1
  return counts
}

export const formatCounts = (counts: Record<string, number>): string =>
  Object.entries(counts)
    .map(([value, count]) => `${count} × ${value}`)
    .join(', ') || 'nothing'
