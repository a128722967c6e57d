import { useQuery } from '@tanstack/react-query'
import { ignoreHidden } from '@buy-locals/api-client/refusal'
import { useApi } from '@buy-locals/client/api-context'
import type { Booking } from '@buy-locals/contracts/booking/shapes'
import { readReview } from '@buy-locals/contracts/review/operations'

/** What was written of a visit, null where nothing was. */
export function useOwnReview(bookingId: Booking['id'], when: boolean) {
  const callApi = useApi()
  return useQuery({
    queryKey: [readReview.id, 'own', bookingId],
    queryFn: async () => (await callApi(readReview, { params: { bookingId } }).catch(ignoreHidden)) ?? null,
    enabled: when,
  })
}
