import { LRUCache } from 'lru-cache'

/** Whoever asks for the same within so many milliseconds gets what was found for the first. For what is only shown, and never decides anything. */
export type ShareBriefly<T extends object> = (key: string, find: () => Promise<T>) => Promise<T>

export function shareBriefly<T extends object>({ ms, max }: { ms: number; max: number }): ShareBriefly<T> {
  const shared = new LRUCache<string, Promise<T>>({ max, ttl: ms })
  return (key, find) => {
    const before = shared.get(key)
    if (before) return before
    const found = find()
    shared.set(key, found)
    found.catch(() => shared.delete(key))
    return found
  }
}
