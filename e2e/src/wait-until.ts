import { setTimeout } from 'node:timers/promises'

/** What is on its way, as soon as it has come. */
export async function until<T>(what: string, look: () => Promise<T | undefined | false>, seconds = 20): Promise<T> {
  for (const end = performance.now() + seconds * 1000; performance.now() < end; await setTimeout(100)) {
    const seen = await look()
    if (seen) return seen
  }
  throw new Error(`Not in ${seconds} s: ${what}`)
}
