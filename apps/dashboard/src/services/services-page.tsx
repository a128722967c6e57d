import { listServices, listStaff } from '@buy-locals/contracts/booking/operations'
import type { Service } from '@buy-locals/contracts/booking/shapes'
import { Badge } from '@buy-locals/ui/badge'
import { Button } from '@buy-locals/ui/button'
import { EmptyState } from '@buy-locals/ui/empty-state'
import { List, ListRow } from '@buy-locals/ui/list'
import { useOperationQuery } from '@buy-locals/client/use-operation-query'
import { useTimes } from '@buy-locals/features/time/use-times'
import { QueryResult } from '../shell/query-result'
import { useCurrentBusiness } from '../shell/current-business'
import { Screen } from '../shell/screen'
import { useTakesPayments } from '../shell/use-takes-payments'
import { AwaitsPayments } from '../start/awaits-payments'
import { useT, useFormatMoney } from '../messages/use-t'

export function Component() {
  const t = useT()
  const formatMoney = useFormatMoney()
  const { business, params, pathTo } = useCurrentBusiness()
  const { formatLength } = useTimes(business.timeZone)
  const takesPayments = useTakesPayments()
  const services = useOperationQuery(listServices, { params })
  const staff = useOperationQuery(listStaff, { params })
  const add = <Button icon="plus" label={t('services.add')} href={pathTo('services/new')} />

  const detail = ({ durationMinutes, price, payment, capacity, staffIds }: Service) =>
    [
      formatLength(durationMinutes),
      formatMoney(price),
      t(takesPayments !== false && payment === 'online' ? 'services.online' : 'services.atVenue'),
      capacity > 1 && t('services.seats', { count: capacity }),
      staffIds
        .map((id) => staff.data?.items.find((person) => person.id === id)?.name)
        .filter(Boolean)
        .join(', '),
    ]
      .filter(Boolean)
      .join(' · ')

  return (
    <Screen
      title={t('services.title')}
      place={business.name}
      intro={t('services.intro')}
      actions={services.data?.items.length !== 0 && add}
    >
      <AwaitsPayments />
      <QueryResult query={services}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState icon="tag" title={t('services.none')} text={t('services.noneText')} action={add} />
          ) : (
            <List label={t('services.title')}>
              {items
                .toSorted((a, b) => Number(b.active) - Number(a.active) || a.name.localeCompare(b.name))
                .map((service) => (
                  <ListRow
                    key={service.id}
                    href={pathTo(`services/${service.id}`)}
                    title={service.name}
                    detail={detail(service)}
                    trailing={!service.active && <Badge tone="plain" label={t('services.withdrawn')} />}
                  />
                ))}
            </List>
          )
        }
      </QueryResult>
    </Screen>
  )
}
