import { sessionApi } from '@buy-locals/client/session-api'
import { sessionStore } from '../session/session-store'
import { serverUrl } from './server-url'

/** Most of what the app reads is for everybody: it is read as a visitor's once a session has ended. */
export const callApi = sessionApi({ store: sessionStore, baseUrl: serverUrl, isPublic: true })
