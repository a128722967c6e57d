import { setTimeout } from 'node:timers/promises'
import { Problem } from '@buy-locals/contracts/problem'

/** Waits for a fact of another service that is still on its way; after two seconds the caller is asked to come again. */
export async function awaitFact<T>(
  find: () => Promise<T | undefined>,
  { seconds = 2 }: { seconds?: number } = {},
): Promise<T> {
  const until = performance.now() + seconds * 1_000
  for (let pause = 20; ; pause = Math.min(pause * 1.5, 200)) {
    const fact = await find()
    if (fact !== undefined) return fact
    if (performance.now() + pause > until) break
    await setTimeout(pause)
  }
  throw new Problem('not-yet', 'Something this needs has just happened and is still on its way', { retryAfter: 1 })
}
