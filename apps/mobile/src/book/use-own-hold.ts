import { useQuery } from '@tanstack/react-query'
import { useApi } from '@buy-locals/client/api-context'
import { serverNow } from '@buy-locals/client/clock'
import { findOwnHold, isHeld } from '@buy-locals/features/booking/find-own-hold'
import { listManaged } from '../bookings/manage-links'
import { useReader } from '../session/use-reader'

/** Under this, what somebody holds is read again. */
export const ownHold = 'ownHold'

/** A screen that shows a hold learns of its end. */
const everyMs = 15_000

/** What this reader holds of a service and has not paid. */
export function useOwnHold(serviceId: string, isPaidOnline: boolean) {
  const callApi = useApi()
  const { me, isPending } = useReader()
  const { data } = useQuery({
    queryKey: [ownHold, serviceId, me?.id],
    queryFn: async () => {
      const reader = { callApi, isSignedIn: me !== undefined, openedBookings: listManaged(), now: serverNow() }
      return (await findOwnHold(reader, serviceId)) ?? null
    },
    refetchInterval: ({ state }) => (state.data ? everyMs : false),
    enabled: isPaidOnline && !isPending,
  })
  return data && isHeld(data, serverNow()) ? data : undefined
}
