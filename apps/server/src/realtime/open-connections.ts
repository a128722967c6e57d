/** How many connections are open, of everybody (`everybody`) and of each person. */
export type OpenConnections = {
  /** False where there are as many already. Otherwise one more is counted until `remove`. */
  add(of: string, limit: number): Promise<boolean>
  remove(of: string): void
}

export const everybody = 'everybody'

export function countInProcess(): OpenConnections {
  const counts = new Map<string, number>()
  return {
    add: async (of, limit) => {
      const count = counts.get(of) ?? 0
      if (count < limit) counts.set(of, count + 1)
      return count < limit
    },
    remove: (of) => {
      const left = (counts.get(of) ?? 0) - 1
      if (left > 0) counts.set(of, left)
      else counts.delete(of)
    },
  }
}
