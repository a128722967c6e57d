import { useState } from 'react'
import { listCustomers } from '@buy-locals/contracts/booking/operations'
import type { Customer } from '@buy-locals/contracts/booking/shapes'
import { EmptyState } from '@buy-locals/ui/empty-state'
import { Icon } from '@buy-locals/ui/icon'
import { List, ListRow } from '@buy-locals/ui/list'
import { Text } from '@buy-locals/ui/text'
import { TextField } from '@buy-locals/ui/text-field'
import { formatPhone } from '@buy-locals/values/phone'
import { usePagedQuery } from '@buy-locals/client/use-paged-query'
import { useAfterPause } from '@buy-locals/client/use-after-pause'
import { useTimes } from '@buy-locals/features/time/use-times'
import { useT } from '../messages/use-t'
import { useCurrentBusiness } from '../shell/current-business'
import { PagedResult } from '../shell/query-result'
import { Screen } from '../shell/screen'

const listedAtOnce = 50

export function Component() {
  const t = useT()
  const { business } = useCurrentBusiness()
  return (
    <Screen title={t('customers.title')} place={business.name} intro={t('customers.intro')}>
      <CustomerSearch key={business.id} />
    </Screen>
  )
}

/** What was found stays until the next is found. */
function CustomerSearch() {
  const t = useT()
  const { params } = useCurrentBusiness()
  const [typed, setTyped] = useState('')
  const q = useAfterPause(typed.trim())
  const query = { limit: listedAtOnce, ...(q && { q }) }
  const customers = usePagedQuery(listCustomers, { params, query }, { keepsPrevious: true })
  const empty = q ? (
    <EmptyState icon="search" title={t('customers.notFound', { q })} text={t('customers.notFoundText')} />
  ) : (
    <EmptyState icon="users" title={t('customers.none')} text={t('customers.noneText')} />
  )
  return (
    <>
      <TextField
        kind="search"
        label={t('customers.search')}
        value={typed}
        maxLength={80}
        autoComplete="off"
        onChange={setTyped}
      />
      <PagedResult query={customers} empty={<div role="status">{empty}</div>}>
        {(items) => (
          <List label={t('customers.title')}>
            {items.map((customer) => (
              <CustomerRow key={customer.id} customer={customer} />
            ))}
          </List>
        )}
      </PagedResult>
    </>
  )
}

function CustomerRow({ customer: { id, name, email, phone, visits, lastVisit, nextVisit } }: { customer: Customer }) {
  const t = useT()
  const { business, pathTo } = useCurrentBusiness()
  const { formatMoment } = useTimes(business.timeZone)
  const details = [
    phone ? formatPhone(phone, business.address.country) : email,
    nextVisit && t('customers.next', { when: formatMoment(nextVisit) }),
    !nextVisit && lastVisit && t('customers.last', { when: formatMoment(lastVisit) }),
  ]
  return (
    <ListRow
      href={pathTo(`customers/${id}`)}
      title={name}
      detail={details.filter(Boolean).join(' · ')}
      leading={<Icon decorative name="user" color="quiet" />}
      trailing={
        <Text size="small" tone="quiet" tabular>
          {t('customers.visits', { count: visits })}
        </Text>
      }
    />
  )
}
