import { refresh } from '@buy-locals/contracts/auth/operations'
import type { Operation } from '@buy-locals/contracts/operation'
import { api, type Api } from './api.ts'
import { Refusal } from './refusal.ts'

type Options = {
  /** Where visitors belong too: what anyone may call is called without the session that has ended. */
  isPublic?: boolean
  /** Has somebody sign in again in place; true once they have. */
  signInAgain?: (operation: Operation) => Promise<boolean>
  /** Has somebody show their second factor again, in place; true once they have. */
  confirm?: () => Promise<boolean>
  /** Sees every response before it is read. */
  onResponse?: (response: Response) => void
}

/** The API on the page's own origin, for a browser: its session is a cookie, which is renewed once it has run out. */
export function sessionApi({ isPublic = false, signInAgain, confirm, onResponse }: Options = {}): Api {
  const callPlainly = api({ baseUrl: '' })
  let renewal: Promise<boolean> | undefined
  /** Calls that are refused together share one renewal, because a refresh token is good for one. */
  const renew = () =>
    (renewal ??= callPlainly(refresh, {})
      .then(() => true, ended)
      .finally(() => (renewal = undefined)))
  const isWorthRepeating = async ({ access }: Operation) => (await renew()) || (isPublic && access === 'anyone')
  return api({
    baseUrl: '',
    renew: isWorthRepeating,
    ...(signInAgain && { signInAgain }),
    ...(confirm && { confirm }),
    ...(onResponse && { onResponse }),
  })
}

/** Only a refusal says that the session has ended: where nothing answered, it may well go on. */
function ended(error: unknown): false {
  if (error instanceof Refusal && error.status === 401) return false
  throw error
}
