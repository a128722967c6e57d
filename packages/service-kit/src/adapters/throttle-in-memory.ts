import { LRUCache } from 'lru-cache'
import { throttleKey, tooManyRequests, type Throttle } from '../throttle.ts'

type Count = { points: number; endsAt: number }

/** For one process, by the machine's own clock. Beyond `max` keys, the one that was counted longest ago is forgotten. */
export function throttleInMemory({ max = 100_000 } = {}): Throttle & { size(): number } {
  const counts = new LRUCache<string, Count>({ max })
  return {
    consume: async (name, key, { points, seconds }) => {
      const now = performance.now()
      const id = throttleKey(name, key)
      const found = counts.get(id)
      const count = found && found.endsAt > now ? found : { points: 0, endsAt: now + seconds * 1_000 }
      count.points += 1
      counts.set(id, count)
      if (count.points > points) throw tooManyRequests((count.endsAt - now) / 1_000)
    },
    reset: async (name, key) => void counts.delete(throttleKey(name, key)),
    size: () => counts.size,
  }
}
