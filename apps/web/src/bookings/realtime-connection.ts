import type { Realtime } from '@buy-locals/api-client/realtime'
import { isInFront } from '@buy-locals/client/app-front'
import { appRealtime } from '@buy-locals/client/app-realtime'
import { personChannel } from '@buy-locals/contracts/realtime'
import type { Id } from '@buy-locals/values/ids'
import { callApi } from '../api/call-api'

type Subscription = { personId: Id<'person'>; http: string; ws: string; onChange: () => void }

let connection: Realtime | undefined

/** One connection for all pages; it is closed while no page subscribes, or nobody sees one. */
export function subscribe({ personId, http, ws, onChange }: Subscription): () => void {
  connection ??= appRealtime({ http, ws, callApi })
  // A page that is opened in the background is connected later than it was read.
  let isFresh = isInFront()
  return connection.subscribe(personChannel(personId), onChange, {
    onResume: () => {
      if (!isFresh) onChange()
      isFresh = false
    },
  })
}
