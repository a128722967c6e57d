import { useParams } from 'react-router'
import { listResources, listServices, listStaff } from '@buy-locals/contracts/booking/operations'
import { Stack } from '@buy-locals/ui/stack'
import { useOperationQuery } from '@buy-locals/client/use-operation-query'
import { QueryResult, SkeletonRows } from '../shell/query-result'
import { useCurrentBusiness } from '../shell/current-business'
import { NotFound } from '../shell/fallback-pages'
import { Screen } from '../shell/screen'
import { useT } from '../messages/use-t'
import { DetailPhoto } from '../photos/detail-photo'
import { ServiceForm } from './service-form'

/** A new service, or one that is changed. */
export function Component() {
  const t = useT()
  const { serviceId } = useParams()
  const { business, params } = useCurrentBusiness()
  const services = useOperationQuery(listServices, { params })
  const staff = useOperationQuery(listStaff, { params })
  const resources = useOperationQuery(listResources, { params })
  const service = services.data?.items.find(({ id }) => id === serviceId)
  if (services.data && serviceId && !service) return <NotFound />
  const title = service ? t('services.edit', { name: service.name }) : t('services.add')
  return (
    <Screen title={title} place={business.name}>
      <QueryResult query={staff} placeholder={<SkeletonRows height={120} />}>
        {({ items }) =>
          services.data && resources.data ? (
            <Stack gap="xl">
              {service && <DetailPhoto of={service.id} />}
              <ServiceForm
                key={service?.id}
                service={service}
                staff={items.filter(({ active, id }) => active || service?.staffIds.includes(id))}
                resources={resources.data.items.filter(({ active, id }) => active || service?.resourceIds.includes(id))}
              />
            </Stack>
          ) : (
            <SkeletonRows height={120} />
          )
        }
      </QueryResult>
    </Screen>
  )
}
