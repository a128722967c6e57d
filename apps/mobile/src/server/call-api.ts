import type { Api } from '@buy-locals/api-client/api'
import { sessionApi } from '@buy-locals/client/session-api'
import { confirmIdentity } from '@buy-locals/features/session/confirm-identity'
import { manageToken } from '../bookings/manage-links'
import { sessionStore } from '../session/session-store'
import { noteOutdated } from './outdated'
import { serverUrl } from './server-url'

/** Most of what the app reads is for everybody: it is read as a visitor's once a session has ended. */
const callInSession = sessionApi({ store: sessionStore, baseUrl: serverUrl, isPublic: true, confirm: confirmIdentity })

/** With what opens a guest's booking, wherever a request is about one that was made here. */
export const callApi: Api = (operation, input, options = {}) => {
  const { params } = input as { params?: { bookingId?: string } }
  const token = params?.bookingId && manageToken(params.bookingId)
  const headers = { ...(token && { 'x-manage-token': token }), ...options.headers }
  return callInSession(operation, input, { ...options, headers }).catch(noteOutdated)
}
