import { realtime, type Realtime } from '@buy-locals/api-client/realtime'
import { createRealtimeToken } from '@buy-locals/contracts/auth/operations'
import { personChannel } from '@buy-locals/contracts/realtime'
import type { Id } from '@buy-locals/values/ids'
import { callApi } from '../api/call-api'

type Subscription = { personId: Id<'person'>; http: string; ws: string; onChange: () => void }

let connection: Realtime | undefined

/** One connection for all pages; it is closed while no page subscribes. */
export function subscribe({ personId, http, ws, onChange }: Subscription): () => void {
  connection ??= realtime({ http, ws, token: () => callApi(createRealtimeToken, {}) })
  let isFirst = true
  return connection.subscribe(personChannel(personId), onChange, {
    onResume: () => {
      if (!isFirst) onChange()
      isFirst = false
    },
  })
}
