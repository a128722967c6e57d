/** What a long test did, in figures, and every sentence about what should not have been. */
export type Report = { figures: Record<string, number>; findings: string[] }

export type Say = (words: string) => void
export type Size = 'short' | 'full'

/** Writes down what does not hold, and goes on: one finding shall not hide the next. */
export function findings() {
  const found: string[] = []
  return {
    found,
    expect: (holds: boolean, words: string) => void (holds || found.push(words)),
  }
}
export type Expect = ReturnType<typeof findings>['expect']

export const countBy = (words: readonly (string | number)[]): Record<string, number> => {
  const counts: Record<string, number> = {}
  for (const word of words) counts[word] = (counts[word] ?? 0) + 1
  return counts
}

export const inWords = (counts: Record<string, number>): string =>
  Object.entries(counts)
    .map(([what, count]) => `${count} × ${what}`)
    .join(', ') || 'nothing'
