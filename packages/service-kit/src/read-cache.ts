import { LRUCache } from 'lru-cache'
import type { StoredResponse } from './reply.ts'

/** Counted from before the database was read. A page is made of copies and is stored as one itself: together a second. */
export const copyLifeMs = 500
/** When whatever was read is in nobody's copy any more, on no page and in no process. Clocks count whole milliseconds. */
export const copiesDieMs = 2 * copyLifeMs + 10

const mostBytes = 32 * 2 ** 20

export type Read = {
  key: string
  /** The business it is about, or a whole service. */
  subject: string
}

/** Answers that are the same for every stranger. Nothing that is written is decided by them. */
export type ReadCache = {
  read(read: Read, load: () => Promise<StoredResponse>): Promise<StoredResponse>
  /** What was read before is not given by this process any more. It makes copies fresher; nothing relies on it. */
  forget(...subjects: string[]): void
}

export type Copy = {
  response: StoredResponse
  /** By this process's `performance.now`, and never later than the database was read. */
  readAt: number
}

/** Where processes find what one of them has read. It may be slow, full or away: then it knows nothing. */
export type SharedCopies = {
  fetch(key: string): Promise<{ copy: Copy } | { keep(response: StoredResponse): void } | undefined>
}

type Reading = { began: number; copy: Promise<Copy> }

export function readCache(shared?: SharedCopies): ReadCache {
  const copies = new LRUCache<string, Copy>({
    maxSize: mostBytes,
    sizeCalculation: ({ response: { body = '' } }, key) => 500 + 2 * (key.length + body.length),
  })
  const underWay = new Map<string, Reading>()
  const forgotten = new LRUCache<string, number>({ max: 10_000 })

  const fetchOrLoad = async (key: string, notBefore: number, load: () => Promise<StoredResponse>): Promise<Copy> => {
    const readAt = performance.now()
    const found = await shared?.fetch(key)
    if (found && 'copy' in found && found.copy.readAt >= notBefore) return found.copy
    const response = await load()
    if (found && 'keep' in found) found.keep(response)
    return { response, readAt }
  }
  const begin = (key: string, notBefore: number, load: () => Promise<StoredResponse>): Promise<Copy> => {
    const reading = { began: performance.now(), copy: fetchOrLoad(key, notBefore, load) }
    underWay.set(key, reading)
    const end = () => underWay.get(key) === reading && underWay.delete(key)
    reading.copy.then((copy) => end() && copies.set(key, copy), end) // one that was overtaken by a later one is not stored
    return reading.copy
  }
  return {
    read: async ({ key, subject }, load) => {
      const notBefore = Math.max(performance.now() - copyLifeMs, forgotten.get(subject) ?? 0)
      for (;;) {
        const stored = copies.get(key)
        if (stored && stored.readAt >= notBefore) return stored.response
        const reading = underWay.get(key)
        if (!reading || reading.began < notBefore) return (await begin(key, notBefore, load)).response
        const copy = await reading.copy
        if (copy.readAt >= notBefore) return copy.response
      }
    },
    forget: (...subjects) => {
      for (const subject of subjects) forgotten.set(subject, performance.now())
    },
  }
}
