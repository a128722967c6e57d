import { api, type Api } from '@buy-locals/api-client/api'
import { refresh } from '@buy-locals/contracts/auth/operations'

const plain = api({ baseUrl: '' })

let renewing: Promise<boolean> | undefined

/** Calls that are refused together share one renewal, because a refresh token is good for one. */
function renew(): Promise<boolean> {
  renewing ??= plain(refresh, { body: {} })
    .then(
      () => true,
      () => false,
    )
    .finally(() => {
      renewing = undefined
    })
  return renewing
}

/** Calls the API on our own origin; the session is the browser's cookie. */
export const callApi: Api = api({ baseUrl: '', renew })
