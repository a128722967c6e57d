import { Refusal } from '@buy-locals/api-client/refusal'

/** Where the password was right, and a code has to follow: what to send it with. */
export function signInTokenOf(error: unknown): string | undefined {
  const token = error instanceof Refusal && error.code === 'auth/code-needed' && error.members['signInToken']
  return typeof token === 'string' ? token : undefined
}
