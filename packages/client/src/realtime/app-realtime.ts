import type { Api } from '@buy-locals/api-client/api'
import { realtime, type Realtime } from '@buy-locals/api-client/realtime'
import { createRealtimeToken } from '@buy-locals/contracts/auth/operations'
import { awayMs, isInFront, watchFront } from '../front/app-front'

type Options = {
  callApi: Api
  /** Both as `/v1/config` names them. */
  http: string
  ws: string
}

/** One connection for all screens of an app. While nobody sees the app it is closed; back in front, each subscription resumes, and its screen reads again what it may have missed. */
export function appRealtime({ callApi, http, ws }: Options): Realtime {
  const connection = realtime({ http, ws, token: () => callApi(createRealtimeToken, {}) })
  let leaving: ReturnType<typeof setTimeout> | undefined
  const stop = watchFront((isBack) => {
    clearTimeout(leaving)
    if (isBack) connection.resume()
    else leaving = setTimeout(connection.pause, awayMs)
  })
  if (!isInFront()) connection.pause()
  return {
    ...connection,
    close() {
      stop()
      clearTimeout(leaving)
      connection.close()
    },
  }
}
