import { setTimeout } from 'node:timers/promises'

/** Checks again and again, and returns the first result that is truthy. */
export async function waitUntil<T>(
  description: string,
  check: () => Promise<T | undefined | false>,
  seconds = 60,
): Promise<T> {
  for (const end = performance.now() + seconds * 1000; performance.now() < end; await setTimeout(100)) {
    const result = await check()
    if (result) return result
  }
  throw new Error(`Not in ${seconds} s: ${description}`)
}
