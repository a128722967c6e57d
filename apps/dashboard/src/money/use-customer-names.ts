import { useQueries } from '@tanstack/react-query'
import { listCustomerNames } from '@buy-locals/contracts/booking/operations'
import type { Id } from '@buy-locals/values/ids'
import { operationQuery } from '../api/queries'
import { useCurrentBusiness } from '../shell/current-business'

type Page = { items: readonly { bookingId?: Id<'booking'> | undefined }[] }

/** By booking, as soon as they are read: one request for each page. */
export function useCustomerNames(pages: readonly Page[]): ReadonlyMap<string, string> {
  const { params } = useCurrentBusiness()
  const queries = pages
    .map(({ items }) => [...new Set(items.flatMap(({ bookingId }) => bookingId ?? []))].join())
    .filter((bookings) => bookings !== '')
    .map((bookings) => operationQuery(listCustomerNames, { params, query: { bookings } }))
  const names = useQueries({ queries }).flatMap(({ data }) => data?.items ?? [])
  return new Map(names.map(({ bookingId, name }) => [bookingId, name]))
}
