import { sessionApi } from '@buy-locals/api-client/session-api'

/** What people do goes from the browser straight to the API. */
export const callApi = sessionApi({ isPublic: true })
