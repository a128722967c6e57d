export type Cost = { wall: number; cpu: number }

/** Milliseconds by the clock, and of this thread's own work, which a busy machine does not lengthen as much. */
export function cost(run: () => unknown): Cost {
  const cpuBefore = process.threadCpuUsage()
  const before = performance.now()
  run()
  const wall = performance.now() - before
  const { user, system } = process.threadCpuUsage(cpuBefore)
  return { wall, cpu: (user + system) / 1000 }
}

export function median(numbers: number[]): number {
  const sorted = numbers.toSorted((one, other) => one - other)
  return sorted[Math.floor(sorted.length / 2)] ?? NaN
}
