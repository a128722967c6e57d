import { realtime, type Realtime } from '@buy-locals/api-client/realtime'
import { createRealtimeToken } from '@buy-locals/contracts/auth/operations'
import { personChannel } from '@buy-locals/contracts/realtime'
import type { Id } from '@buy-locals/values/ids'
import { call } from '../api'

type Line = { personId: Id<'person'>; http: string; ws: string; onChange: () => void }

let line: Realtime | undefined

/** One connection for all pages; it rests while nobody listens. */
export function listen({ personId, http, ws, onChange }: Line): () => void {
  line ??= realtime({ http, ws, token: async () => (await call(createRealtimeToken, {})).token })
  let isFirst = true
  return line.subscribe(personChannel(personId), onChange, {
    onResume: () => {
      if (!isFirst) onChange()
      isFirst = false
    },
  })
}
