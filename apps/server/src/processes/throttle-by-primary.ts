import { Problem } from '@buy-locals/contracts/problem'
import { throttleInMemory } from '@buy-locals/service-kit/adapters/throttle-in-memory'
import { tooManyRequests, type Throttle, type Use } from '@buy-locals/service-kit/throttle'
import type { Channel } from './channel.ts'
import type { OfPrimary, RetryAfter } from './calls.ts'

type Waiting = { uses: readonly Use[]; resolve(retryAfter: RetryAfter): void; reject(error: unknown): void }

/** One count for all processes, kept by the primary. What is counted in one turn of the event loop is one message. */
export function throttleByPrimary(primary: Channel<OfPrimary>): Throttle {
  let batch: Waiting[] = []
  const flush = () => {
    const sent = batch
    batch = []
    const allUses = sent.map(({ uses }) => [...uses])
    primary.call('consume', allUses).then(
      (results) => sent.forEach(({ resolve }, n) => resolve(results[n] ?? null)),
      (error: unknown) => sent.forEach(({ reject }) => reject(error)),
    )
  }
  const consumeAll = async (uses: readonly Use[]) => {
    const retryAfter = await new Promise<RetryAfter>((resolve, reject) => {
      if (batch.length === 0) setImmediate(flush)
      batch.push({ uses, resolve, reject })
    })
    if (retryAfter !== null) throw tooManyRequests(retryAfter)
  }
  return {
    consume: (name, key, limit) => consumeAll([{ name, key, limit }]),
    consumeAll,
    reset: async () => {}, // the gateway clears nothing
  }
}

/** The primary's half. */
export function countForChildren(): (allUses: Use[][]) => Promise<RetryAfter[]> {
  const counts = throttleInMemory()
  const count = (uses: Use[]) => counts.consumeAll(uses).then(() => null, readRetryAfter)
  return (allUses) => Promise.all(allUses.map(count))
}

function readRetryAfter(refusal: unknown): number {
  if (refusal instanceof Problem) return refusal.extras.retryAfter ?? 1
  throw refusal
}
