import { Problem } from '@buy-locals/contracts/problem'
import { throttleInMemory } from '@buy-locals/service-kit/adapters/throttle-in-memory'
import { tooManyRequests, type Throttle, type Use } from '@buy-locals/service-kit/throttle'
import type { Channel } from './channel.ts'
import type { OfPrimary, RetryAfter } from './calls.ts'

/** One count for all processes, kept by the primary. */
export function throttleByPrimary(primary: Channel<OfPrimary>): Throttle {
  const consumeAll = async (uses: readonly Use[]) => {
    const retryAfter = await primary.call('consume', uses)
    if (retryAfter !== null) throw tooManyRequests(retryAfter)
  }
  return {
    consume: (name, key, limit) => consumeAll([{ name, key, limit }]),
    consumeAll,
    ...{ uncount: async () => {}, reset: async () => {} }, // the gateway clears nothing
  }
}

/** The primary's half. */
export function countForChildren(): (uses: readonly Use[]) => Promise<RetryAfter> {
  const counts = throttleInMemory()
  return (uses) => counts.consumeAll(uses).then(() => null, readRetryAfter)
}

function readRetryAfter(refusal: unknown): number {
  if (refusal instanceof Problem) return refusal.extras.retryAfter ?? 1
  throw refusal
}
