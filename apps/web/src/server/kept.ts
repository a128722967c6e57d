import type { Clock } from '@buy-locals/values/time'

const shelf = new Map<string, { until: number; answer: Promise<unknown> }>()

/** What is the same for everybody is asked once and kept for a while. A refusal is not kept. */
export function keptFor<T>(seconds: number, clock: Clock, name: string, ask: () => Promise<T>): Promise<T> {
  const now = clock().epochMilliseconds
  const kept = shelf.get(name)
  if (kept && kept.until > now) return kept.answer as Promise<T>
  const answer = ask()
  shelf.set(name, { until: now + seconds * 1000, answer })
  answer.catch(() => shelf.delete(name))
  return answer
}
