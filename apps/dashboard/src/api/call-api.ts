import { sessionApi } from '@buy-locals/api-client/session-api'

export const callApi = sessionApi()
