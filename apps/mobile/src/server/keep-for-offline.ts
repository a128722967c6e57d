import type { QueryClient, QueryKey } from '@tanstack/react-query'
import { keepQueries } from '@buy-locals/client/kept-queries'
import { listBusinesses } from '@buy-locals/client/me'
import { readMe } from '@buy-locals/contracts/auth/operations'
import {
  listBusinessBookings,
  listMyBookings,
  listResources,
  listServices,
  listStaff,
} from '@buy-locals/contracts/booking/operations'
import { readBusiness } from '@buy-locals/contracts/business/operations'
import type { Output } from '@buy-locals/contracts/operation'
import { appVersion } from './app-version'

const ofBusiness = new Set<unknown>([
  ...[readBusiness.id, listBusinessBookings.id],
  ...[listStaff.id, listServices.id, listResources.id],
])
const ofPerson = new Set<unknown>([readMe.id, listMyBookings.id])

/** Somebody's bookings, and the day of those who work at a business, are read also where there is no network. */
export function keepForOffline(queryClient: QueryClient): void {
  const isMine = (businessId: string | undefined) => {
    const me = queryClient.getQueryData<Output<typeof readMe>>([readMe.id, {}])
    return me !== undefined && listBusinesses(me).some(({ id }) => id === businessId)
  }
  keepQueries(queryClient, appVersion, ([name, input]: QueryKey) => {
    const { params } = (input ?? {}) as { params?: { businessId?: string } }
    return ofPerson.has(name) || (ofBusiness.has(name) && isMine(params?.businessId))
  })
}
