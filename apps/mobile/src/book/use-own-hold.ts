import { useQuery } from '@tanstack/react-query'
import { useApi } from '@buy-locals/client/api-context'
import { serverNow } from '@buy-locals/client/clock'
import { findOwnHold } from '@buy-locals/features/booking/find-own-hold'
import { listManaged } from '../bookings/manage-links'
import { useReader } from '../session/use-reader'

/** Under this, what somebody holds is read again. */
export const ownHold = 'ownHold'

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
    enabled: isPaidOnline && !isPending,
  })
  return data ?? undefined
}
