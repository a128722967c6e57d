import { sessionApi } from '@buy-locals/api-client/session-api'
import { signInAgain } from '@buy-locals/features/session/sign-in-again'
import { readServerClock } from '../clock'

export const callApi = sessionApi({ signInAgain, onResponse: readServerClock })
