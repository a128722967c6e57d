import type { QueryClient, QueryKey } from '@tanstack/react-query'
import { keepQueries } from '@buy-locals/client/kept-queries'
import { listBusinesses } from '@buy-locals/client/me'
import { readMe } from '@buy-locals/contracts/auth/operations'
import { listBusinessBookings, listResources, listServices, listStaff } from '@buy-locals/contracts/booking/operations'
import { readBusiness } from '@buy-locals/contracts/business/operations'
import type { Output } from '@buy-locals/contracts/operation'

const agenda: ReadonlySet<unknown> = new Set(
  [readBusiness, listBusinessBookings, listStaff, listServices, listResources].map(({ id }) => id),
)

/** Whoever works at a business reads the day also where there is no network. */
export function keepAgenda(queryClient: QueryClient): void {
  const isMine = (businessId: string | undefined) => {
    const me = queryClient.getQueryData<Output<typeof readMe>>([readMe.id, {}])
    return me !== undefined && listBusinesses(me).some(({ id }) => id === businessId)
  }
  keepQueries(queryClient, ([name, input]: QueryKey) => {
    if (name === readMe.id) return true
    const { params } = (input ?? {}) as { params?: { businessId?: string } }
    return agenda.has(name) && isMine(params?.businessId)
  })
}
