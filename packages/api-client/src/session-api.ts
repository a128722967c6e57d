import { refresh } from '@buy-locals/contracts/auth/operations'
import { api, type Api } from './api.ts'
import { Refusal } from './refusal.ts'

/** The API on the page's own origin, for a browser: its session is a cookie, which is renewed once it has run out. */
export function sessionApi(): Api {
  const callPlainly = api({ baseUrl: '' })
  let renewal: Promise<boolean> | undefined
  /** Calls that are refused together share one renewal, because a refresh token is good for one. */
  const renew = () =>
    (renewal ??= callPlainly(refresh, {})
      .then(() => true, ended)
      .finally(() => (renewal = undefined)))
  return api({ baseUrl: '', renew })
}

/** Only a refusal says that the session has ended: where nothing answered, it may well go on. */
function ended(error: unknown): false {
  if (error instanceof Refusal && error.status === 401) return false
  throw error
}
