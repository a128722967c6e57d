import { cookieSession } from '@buy-locals/client/cookie-session'
import { sessionApi } from '@buy-locals/client/session-api'
import { confirmIdentity } from '@buy-locals/features/session/confirm-identity'
import { isSubmit, signInAgain } from '@buy-locals/features/session/sign-in-again'

/** What people do goes from the browser straight to the API. Only for that they are asked to sign in again: most of what a page reads is for everybody. */
export const callApi = sessionApi({
  store: cookieSession,
  isPublic: true,
  confirm: confirmIdentity,
  signInAgain: async (operation) => isSubmit(operation) && signInAgain(operation),
})
