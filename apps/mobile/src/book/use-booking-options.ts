import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useApi } from '@buy-locals/client/api-context'
import { serverNow } from '@buy-locals/client/clock'
import { readBusiness } from '@buy-locals/contracts/business/operations'
import { loadBookingOptions, type BookingChoice } from '@buy-locals/features/booking/load-options'

/** Under this, queries of what can be chosen are read again. */
export const bookingOptions = 'bookingOptions'

/** A service of a business, and what has been chosen of it so far. */
export type Chosen = { slug: string; serviceId: string; choice: BookingChoice }

export function useBookingOptions({ slug, serviceId, choice }: Chosen) {
  const callApi = useApi()
  return useQuery({
    queryKey: [bookingOptions, slug, serviceId, choice],
    queryFn: async () => {
      const business = await callApi(readBusiness, { params: { businessId: slug } })
      return loadBookingOptions({ callApi, now: serverNow() }, business, serviceId, choice)
    },
    placeholderData: keepPreviousData,
  })
}
