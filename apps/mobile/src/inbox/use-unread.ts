import { useOperationQuery } from '@buy-locals/client/use-operation-query'
import { listNotifications } from '@buy-locals/contracts/notification/operations'
import { useReader } from '../session/use-reader'

/** How many notifications are new to whoever is signed in. */
export function useUnread(): number {
  const { me } = useReader()
  const { data } = useOperationQuery(listNotifications, { query: { limit: 1 } }, { when: me !== undefined })
  return me ? (data?.unread ?? 0) : 0
}
