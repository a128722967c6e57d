import { setTimeout } from 'node:timers/promises'
import { Refusal } from '@buy-locals/api-client/refusal'
import type { Memory } from './memory.ts'

const patienceMs = 300_000

/** As a good client does: no answer is no news, so the same is asked again until there is one. */
export async function untilAnswered<T>(memory: Memory, ask: () => Promise<T>): Promise<T | Refusal> {
  for (const until = performance.now() + patienceMs; ;) {
    const answer = await ask().catch((error: unknown) => error)
    if (answer instanceof Refusal && !isPassing(answer)) return answer
    if (!(answer instanceof Error)) return answer as T
    if (answer instanceof Refusal && answer.status === 500) memory.strange.push(`500: ${answer.message}`)
    if (performance.now() > until) throw new Error('The server did not answer for long', { cause: answer })
    memory.retries += 1
    await setTimeout(50 + Math.random() * 200)
  }
}

/** Not an answer to what was asked: the server is not there yet, or still at work on the first attempt. */
const isPassing = ({ status, code }: Refusal) =>
  status >= 500 || code === 'idempotency/in-progress' || code === 'internal'
