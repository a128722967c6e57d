import { changeService, listServices } from '@buy-locals/contracts/booking/operations'
import type { Service, serviceTerms } from '@buy-locals/contracts/booking/shapes'
import type { z } from 'zod'
import { queryClient, operationQuery } from '../api/queries'
import { useConditional } from '../forms/use-conditional'
import { useHere } from '../shell/here'
import type { Terms } from './service-form'

type Meant = z.output<typeof serviceTerms>
type Shared = Parameters<typeof useConditional<typeof changeService, Service>>[1]

export function useServiceChange(
  service: Service | undefined,
  { reset, ...then }: Omit<Shared, 'read' | 'from'> & { reset: (terms: Terms) => void },
) {
  const { params } = useHere()
  const change = useConditional(changeService, {
    ...then,
    from: service,
    read: async () => {
      const { items } = await queryClient.fetchQuery({ ...operationQuery(listServices, { params }), staleTime: 0 })
      return items.find(({ id }) => id === service?.id)
    },
  })
  return {
    isPending: change.isPending,
    save: (terms: Meant) => service && change.save({ params: { ...params, serviceId: service.id }, body: terms }),
    stale: change.stale((theirs) => reset(theirs)),
  }
}
