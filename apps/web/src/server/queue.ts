/** So much at once; the rest waits for its turn, and what finds too many waiting is refused. */
export function createQueue({ atOnce, mostWaiting }: { atOnce: number; mostWaiting: number }) {
  const waiting: (() => void)[] = []
  let running = 0
  return {
    run<T>(work: () => Promise<T>): Promise<T> | undefined {
      if (waiting.length >= mostWaiting) return undefined
      const turn = running < atOnce ? Promise.resolve() : new Promise<void>((begin) => waiting.push(begin))
      if (running < atOnce) running += 1
      return turn.then(work).finally(() => {
        const next = waiting.shift()
        if (next) next()
        else running -= 1
      })
    },
  }
}
