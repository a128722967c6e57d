/** What `own` throws once everything is being stopped: whoever starts something is to give up. */
export class Stopping extends Error {
  override message = 'The server is being stopped'
}

type Owned<T> = {
  stop(it: T): Promise<unknown>
  /** Without waiting, where even a stop takes too long. */
  kill?(it: T): void
}

export type Lifetime = {
  /** Aborted as soon as everything is being stopped. */
  signal: AbortSignal
  /** Starts something, and stops it when all of this ends. What has started only after that is stopped at once. */
  own<T>(start: () => T | Promise<T>, owned: Owned<T>): Promise<T>
  /** Stops everything, what was started last first. Every call waits for the same end. */
  end(): Promise<void>
  /** At once, as in a crash that takes everything with it. */
  kill(): Promise<void>
}

const patienceMs = 3_000

/** All that a process has started, so that a stop at any moment, or a start that fails, leaves nothing behind. */
export function openLifetime(): Lifetime {
  const ending = new AbortController()
  const starting = new Set<Promise<unknown>>()
  const stops: (() => Promise<unknown>)[] = []
  const kills: (() => void)[] = []
  const stopAll = async () => {
    ending.abort(new Stopping())
    await within(patienceMs, Promise.allSettled(starting))
    const failures: unknown[] = []
    for (const stop of stops.toReversed()) await stop().catch((error) => failures.push(error))
    if (failures.length) throw failures[0]
  }
  let ended: Promise<void> | undefined
  return {
    signal: ending.signal,
    own: async (start, { stop, kill }) => {
      ending.signal.throwIfAborted()
      const begin = async () => {
        const it = await start()
        if (ending.signal.aborted) await stop(it)
        ending.signal.throwIfAborted()
        stops.push(async () => stop(it))
        kills.push(() => kill?.(it))
        return it
      }
      const begun = begin()
      starting.add(begun)
      return begun.finally(() => starting.delete(begun))
    },
    end: () => (ended ??= stopAll()),
    kill: async () => {
      ending.abort(new Stopping())
      kills.forEach((kill) => kill())
      await within(500, Promise.allSettled(starting))
    },
  }
}

/** Waits for it, but not longer. Whether it came in time. */
export async function within(milliseconds: number, work: Promise<unknown>): Promise<boolean> {
  const { promise: late, resolve } = Promise.withResolvers<false>()
  const timer = setTimeout(() => resolve(false), milliseconds)
  return Promise.race([work.then(() => true as const), late]).finally(() => clearTimeout(timer))
}
