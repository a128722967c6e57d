import { LRUCache } from 'lru-cache'

/** Of what many want at once. It spares the database of this process; what anybody gets is decided there, and nothing relies on this. */
export type Contention<T> = {
  /** Few try at a time; the others wait in the order in which they came, and not for ever. Whoever has waited checks again before they try: as soon as it is reported, and when it is their turn. */
  takeTurn<R>(name: string, check: () => Promise<void>, attempt: () => Promise<R>): Promise<R>
  /** It is gone: somebody has been refused it, or has taken the last of it. For some seconds whoever wants it checks first. */
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
  const { takeTurn, wake } = takeTurns(mostAtOnce, patienceMs)
  return {
    takeTurn,
    ...checkTogether<T>(reported),
    report: (name) => {
      reported.set(name, true)
      wake(name)
    },
  }
}

type Woken = 'turn' | 'reported'
type Waiting = { wake: (why: Woken) => void; checksEarly: boolean }
type Queue = { running: number; waiting: Waiting[] }

function takeTurns(mostAtOnce: number, patienceMs: number) {
  const queues = new Map<string, Queue>()

  async function enter(name: string, check: () => Promise<void>): Promise<{ queue: Queue; hasWaited: boolean }> {
    for (let waits = 0; ; waits++) {
      const queue = queues.get(name) ?? { running: 0, waiting: [] }
      queues.set(name, queue)
      if (queue.running < mostAtOnce) {
        queue.running += 1
        return { queue, hasWaited: waits > 0 }
      }
      // Once only, or whoever finds it free again and again would always be the last.
      if ((await waitIn(queue, patienceMs, waits === 0)) === 'turn') return { queue, hasWaited: true }
      await check()
    }
  }

  return {
    takeTurn: async <R>(name: string, check: () => Promise<void>, attempt: () => Promise<R>): Promise<R> => {
      const { queue, hasWaited } = await enter(name, check)
      try {
        if (hasWaited) await check()
        return await attempt()
      } finally {
        const next = queue.waiting.shift()
        if (next)
          next.wake('turn') // in this one's place
        else if (--queue.running === 0) queues.delete(name)
      }
    },
    wake: (name: string) => {
      const queue = queues.get(name)
      const early = queue?.waiting.filter(({ checksEarly }) => checksEarly) ?? []
      if (queue) queue.waiting = queue.waiting.filter(({ checksEarly }) => !checksEarly)
      for (const { wake } of early) wake('reported')
    },
  }
}

/** Resolves in the place of somebody who has ended; or beside those who do not end, where the database hardly answers. */
function waitIn(queue: Queue, patienceMs: number, checksEarly: boolean): Promise<Woken> {
  const { promise, resolve } = Promise.withResolvers<Woken>()
  const waiting: Waiting = {
    checksEarly,
    wake: (why) => {
      clearTimeout(timer)
      resolve(why)
    },
  }
  const timer = setTimeout(() => {
    queue.waiting.splice(queue.waiting.indexOf(waiting), 1)
    queue.running += 1
    resolve('turn')
  }, patienceMs)
  queue.waiting.push(waiting)
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
