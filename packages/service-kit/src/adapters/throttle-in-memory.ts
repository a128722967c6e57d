import { LRUCache } from 'lru-cache'
import { throttleKey, tooManyRequests, type Throttle, type Use } from '../throttle.ts'

type Count = { points: number; endsAt: number }

/** For one process, by the machine's own clock. Beyond `max` keys, the one that was counted longest ago is forgotten. */
export function throttleInMemory({ max = 100_000 } = {}): Throttle & { size(): number } {
  const counts = new LRUCache<string, Count>({ max })
  const count = ({ name, key, limit: { points, seconds } }: Use) => {
    const now = performance.now()
    const id = throttleKey(name, key)
    const found = counts.get(id)
    const current = found && found.endsAt > now ? found : { points: 0, endsAt: now + seconds * 1_000 }
    current.points += 1
    counts.set(id, current)
    if (current.points > points) throw tooManyRequests((current.endsAt - now) / 1_000)
  }
  return {
    consume: async (name, key, limit) => count({ name, key, limit }),
    consumeAll: async (uses) => uses.forEach(count),
    uncount: async (name, key) => {
      const found = counts.get(throttleKey(name, key))
      if (found && found.points > 0) found.points -= 1
    },
    reset: async (name, key) => void counts.delete(throttleKey(name, key)),
    size: () => counts.size,
  }
}
