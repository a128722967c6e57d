import { useParams } from 'react-router'
import { listMembers } from '@buy-locals/contracts/auth/operations'
import { listStaff } from '@buy-locals/contracts/booking/operations'
import { Stack } from '@buy-locals/ui/stack'
import { useOperationQuery } from '@buy-locals/client/use-operation-query'
import { QueryResult, SkeletonRows } from '../shell/query-result'
import { useCurrentBusiness } from '../shell/current-business'
import { NotFound } from '../shell/fallback-pages'
import { Screen } from '../shell/screen'
import { useT } from '../messages/use-t'
import { DetailPhoto } from '../photos/detail-photo'
import { PersonForm } from './person-form'

/** Somebody new, or somebody who is changed. */
export function Component() {
  const t = useT()
  const { staffId } = useParams()
  const { business, params } = useCurrentBusiness()
  const staff = useOperationQuery(listStaff, { params })
  const members = useOperationQuery(listMembers, { params })
  const person = staff.data?.items.find(({ id }) => id === staffId)
  if (staff.data && staffId && !person) return <NotFound />
  const title = person ? t('staff.edit', { name: person.name }) : t('staff.add')
  return (
    <Screen title={title} place={business.name}>
      <QueryResult query={staff} placeholder={<SkeletonRows height={120} />}>
        {() => (
          <QueryResult query={members} placeholder={<SkeletonRows height={120} />}>
            {({ items }) => (
              <Stack gap="xl">
                {person && <DetailPhoto of={person.id} />}
                <PersonForm
                  key={person?.id}
                  person={person}
                  members={items.filter(({ status }) => status === 'active')}
                />
              </Stack>
            )}
          </QueryResult>
        )}
      </QueryResult>
    </Screen>
  )
}
