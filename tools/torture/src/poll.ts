import { setTimeout } from 'node:timers/promises'

type Options = { everyMs?: number; forMs?: number }

/** Checks again and again until the result is truthy or time is up, and returns the last result. */
export async function poll<T>(
  check: () => T | Promise<T>,
  { everyMs = 100, forMs = 60_000 }: Options = {},
): Promise<T> {
  for (const end = performance.now() + forMs; ; await setTimeout(everyMs)) {
    const result = await check()
    if (result || performance.now() >= end) return result
  }
}
