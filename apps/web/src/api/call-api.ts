import { api } from '@buy-locals/api-client/api'

let renewing: Promise<boolean> | undefined

/** One renewal for however many calls found the session run out. */
function renew(): Promise<boolean> {
  renewing ??= fetch('/v1/auth/refresh', { method: 'POST', credentials: 'include' })
    .then(({ ok }) => ok)
    .finally(() => (renewing = undefined))
  return renewing
}

/** What people do goes from the browser straight to the API. */
export const callApi = api({ baseUrl: '', renew })
