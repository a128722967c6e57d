import { useParams } from 'react-router'
import { listResources, listServices, listStaff } from '@buy-locals/contracts/booking/operations'
import { useOperationQuery } from '../api/queries'
import { Answered, Rows } from '../shell/answered'
import { useHere } from '../shell/here'
import { NotFound } from '../shell/not-found'
import { Screen } from '../shell/screen'
import { useT } from '../messages/use-t'
import { ServiceForm } from './service-form'

/** A new service, or one that is changed. */
export function Component() {
  const t = useT()
  const { serviceId } = useParams()
  const { business, params } = useHere()
  const services = useOperationQuery(listServices, { params })
  const staff = useOperationQuery(listStaff, { params })
  const resources = useOperationQuery(listResources, { params })
  const service = services.data?.items.find(({ id }) => id === serviceId)
  if (services.data && serviceId && !service) return <NotFound />
  const title = service ? t('services.edit', { name: service.name }) : t('services.add')
  return (
    <Screen title={title} place={business.name}>
      <Answered of={staff} bones={<Rows height={120} />}>
        {({ items }) =>
          services.data && resources.data ? (
            <ServiceForm
              key={service?.id}
              service={service}
              staff={items.filter(({ active, id }) => active || service?.staffIds.includes(id))}
              resources={resources.data.items.filter(({ active, id }) => active || service?.resourceIds.includes(id))}
            />
          ) : (
            <Rows height={120} />
          )
        }
      </Answered>
    </Screen>
  )
}
