/** By name. A benchmark compares with a reference of the same run, because machines differ. */
export type Figures = Record<string, number>

export function milliseconds(run: () => unknown): number {
  const before = performance.now()
  run()
  return performance.now() - before
}

/** The number below which the share of the others lies: 0.5 is the median. */
export function quantile(share: number, numbers: number[]): number {
  const sorted = numbers.toSorted((one, other) => one - other)
  return sorted[Math.floor(sorted.length * share)] ?? NaN
}
