import { sessionApi } from '@buy-locals/api-client/session-api'
import { confirmIdentity } from '@buy-locals/features/session/confirm-identity'
import { signInAgain } from '@buy-locals/features/session/sign-in-again'
import { readServerClock } from '../clock'

export const callApi = sessionApi({ signInAgain, confirm: confirmIdentity, onResponse: readServerClock })
