import { cookieSession } from '@buy-locals/client/cookie-session'
import { sessionApi } from '@buy-locals/client/session-api'
import { confirmIdentity } from '@buy-locals/features/session/confirm-identity'
import { signInAgain } from '@buy-locals/features/session/sign-in-again'

export const callApi = sessionApi({ store: cookieSession, signInAgain, confirm: confirmIdentity })
