import type { ProblemCode } from '@buy-locals/contracts/problem'

/** A problem document as the client meets it. `code` may be newer than this client knows. */
export class Refusal extends Error {
  readonly code: ProblemCode | (string & {})
  readonly status: number
  readonly members: Record<string, unknown>
  /** Seconds after which asking again makes sense. */
  readonly retryAfter: number | undefined
  /** Known by its name: a bundle has a copy of this class of its own, and a refusal may come from another. */
  static override [Symbol.hasInstance](thrown: unknown): thrown is Refusal {
    return thrown instanceof Error && thrown.name === 'Refusal'
  }
  /** Of the class, not of each: as compiled for a phone, a class is checked before its constructor has run. */
  override get name(): 'Refusal' {
    return 'Refusal'
  }
  constructor(status: number, members: Record<string, unknown>, retryAfter?: number) {
    super(typeof members['detail'] === 'string' ? members['detail'] : `Refused with ${status}`)
    this.code = typeof members['code'] === 'string' ? members['code'] : 'internal'
    this.status = status
    this.members = members
    this.retryAfter = retryAfter
  }
}

/** Whether it is not there, or not the caller's to see. */
export const isHidden = (error: unknown): boolean =>
  error instanceof Refusal && [401, 403, 404, 422].includes(error.status)

/** Nothing, where it is hidden. */
export function ignoreHidden(error: unknown): undefined {
  if (isHidden(error)) return undefined
  throw error
}
