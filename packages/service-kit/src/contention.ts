import { LRUCache } from 'lru-cache'

/** Of what many want at once. It spares the database of this process; what anybody gets is decided there, and nothing relies on this. */
export type Contention<T> = {
  /** Few try at a time; the others wait in the order in which they came, and not for ever. */
  takeTurn<R>(name: string, attempt: (hasWaited: boolean) => Promise<R>): Promise<R>
  /** Somebody has been refused it. For some seconds whoever wants it checks first. */
  report(name: string): void
  /** Where somebody was refused it, one check for all who ask at the same time. It begins after each of them has asked, so it is never older than their question. */
  checkFirst(name: string, check: () => Promise<T>): Promise<T | undefined>
}

export function contention<T>({
  mostAtOnce,
  patienceMs = 5_000,
  rememberMs,
  max,
}: {
  mostAtOnce: number
  patienceMs?: number
  rememberMs: number
  max: number
}): Contention<T> {
  const reported = new LRUCache<string, true>({ max, ttl: rememberMs })
  return {
    ...takeTurns(mostAtOnce, patienceMs),
    ...checkTogether<T>(reported),
    report: (name) => void reported.set(name, true),
  }
}

type Queue = { running: number; waiting: (() => void)[] }

function takeTurns(mostAtOnce: number, patienceMs: number): Pick<Contention<unknown>, 'takeTurn'> {
  const queues = new Map<string, Queue>()
  return {
    takeTurn: async (name, attempt) => {
      const queue = queues.get(name) ?? { running: 0, waiting: [] }
      queues.set(name, queue)
      const hasWaited = queue.running >= mostAtOnce
      if (hasWaited) await waitIn(queue, patienceMs)
      else queue.running += 1
      try {
        return await attempt(hasWaited)
      } finally {
        const next = queue.waiting.shift()
        if (next)
          next() // in this one's place
        else if (--queue.running === 0) queues.delete(name)
      }
    },
  }
}

/** Resolves in the place of somebody who has ended; or beside those who do not end, where the database hardly answers. */
function waitIn(queue: Queue, patienceMs: number): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  const takePlace = () => {
    clearTimeout(timer)
    resolve()
  }
  const timer = setTimeout(() => {
    queue.waiting.splice(queue.waiting.indexOf(takePlace), 1)
    queue.running += 1
    resolve()
  }, patienceMs)
  queue.waiting.push(takePlace)
  return promise
}

function checkTogether<T>(reported: LRUCache<string, true>): Pick<Contention<T>, 'checkFirst'> {
  const underWay = new Map<string, Promise<T>>()
  const next = new Map<string, Promise<T>>()
  const begin = async (name: string, check: () => Promise<T>) => {
    await underWay.get(name)?.catch(() => {})
    next.delete(name)
    const found = check()
    underWay.set(name, found)
    try {
      return await found
    } finally {
      if (underWay.get(name) === found) underWay.delete(name)
    }
  }
  return {
    checkFirst: async (name, check) => {
      if (!reported.has(name)) return undefined
      const found = next.get(name) ?? begin(name, check)
      next.set(name, found)
      return found
    },
  }
}
