export function milliseconds(run: () => unknown): number {
  const before = performance.now()
  run()
  return performance.now() - before
}

export function median(numbers: number[]): number {
  const sorted = numbers.toSorted((one, other) => one - other)
  return sorted[Math.floor(sorted.length / 2)] ?? NaN
}
