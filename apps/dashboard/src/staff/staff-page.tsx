import { listStaff } from '@buy-locals/contracts/booking/operations'
import { Avatar } from '@buy-locals/ui/avatar'
import { Badge } from '@buy-locals/ui/badge'
import { Button } from '@buy-locals/ui/button'
import { EmptyState } from '@buy-locals/ui/empty-state'
import { List, ListRow } from '@buy-locals/ui/list'
import { useOperationQuery } from '@buy-locals/client/use-operation-query'
import { QueryResult } from '../shell/query-result'
import { useCurrentBusiness } from '../shell/current-business'
import { Screen } from '../shell/screen'
import { useT } from '../messages/use-t'

export function Component() {
  const t = useT()
  const { business, params, pathTo } = useCurrentBusiness()
  const staff = useOperationQuery(listStaff, { params })
  const add = <Button icon="plus" label={t('staff.add')} href={pathTo('staff/new')} />
  return (
    <Screen
      title={t('staff.title')}
      place={business.name}
      intro={t('staff.intro')}
      actions={staff.data?.items.length !== 0 && add}
    >
      <QueryResult query={staff}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState icon="users" title={t('staff.none')} text={t('staff.noneText')} action={add} />
          ) : (
            <List label={t('staff.title')}>
              {items.map(({ id, name, title, hours, active }) => (
                <ListRow
                  key={id}
                  href={pathTo(`staff/${id}`)}
                  title={name}
                  detail={[title, t(hours ? 'staff.own' : 'staff.likeBusiness')].filter(Boolean).join(' · ')}
                  leading={<Avatar decorative name={name} />}
                  trailing={!active && <Badge tone="plain" label={t('staff.off')} />}
                />
              ))}
            </List>
          )
        }
      </QueryResult>
    </Screen>
  )
}
