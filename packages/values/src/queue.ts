export type Queue = {
  run<T>(work: () => Promise<T>): Promise<T>
  /** How many wait for their turn. */
  waiting(): number
}

/** So much at once; the rest waits for its turn, in the order in which it came. */
export function createQueue(atOnce: number): Queue {
  const waiting: (() => void)[] = []
  let running = 0
  return {
    run: (work) => {
      const turn = running < atOnce ? Promise.resolve() : new Promise<void>((begin) => waiting.push(begin))
      if (running < atOnce) running += 1
      return turn.then(work).finally(() => {
        const next = waiting.shift()
        if (next) next()
        else running -= 1
      })
    },
    waiting: () => waiting.length,
  }
}
