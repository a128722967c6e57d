import { newIdempotencyKey } from './api.ts'
import { Refusal } from './refusal.ts'

/** However often the same is pressed, it carries the same key. Other input, or the end of an attempt, begins another. */
export function trackAttempts() {
  let attempt: { input: string; key: string } | undefined
  return {
    keyFor(input: unknown): string {
      const serialized = JSON.stringify(input)
      if (attempt?.input !== serialized) attempt = { input: serialized, key: newIdempotencyKey() }
      return attempt.key
    },
    succeeded: () => void (attempt = undefined),
    failed: (error: unknown) => void (isFinal(error) && (attempt = undefined)),
  }
}

/** Where nothing answered, nobody knows whether it was done. */
const isFinal = (error: unknown) =>
  error instanceof Refusal && error.status < 500 && error.code !== 'idempotency/in-progress'
