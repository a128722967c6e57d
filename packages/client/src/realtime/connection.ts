import type { Api } from '@buy-locals/api-client/api'
import type { Realtime } from '@buy-locals/api-client/realtime'
import { readConfig } from '@buy-locals/contracts/host/operations'
import { appRealtime } from './app-realtime'

let connection: Promise<Realtime> | undefined

/** The one connection of whoever is signed in. Where the server could not be asked for its address, the next screen asks again. */
export function connectRealtime(callApi: Api): Promise<Realtime> {
  connection ??= callApi(readConfig, {}).then(
    ({ realtime: { ws, http } }) => appRealtime({ ws, http, callApi }),
    (error: unknown) => {
      connection = undefined
      throw error
    },
  )
  return connection
}

/** Whoever signs in next has a connection of their own. */
export function closeRealtime(): void {
  connection?.then(
    (opened) => opened.close(),
    () => {},
  )
  connection = undefined
}
