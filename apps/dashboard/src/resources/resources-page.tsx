import { useWatch } from 'react-hook-form'
import { addResource, listResources } from '@buy-locals/contracts/booking/operations'
import { resourceTerms } from '@buy-locals/contracts/booking/shapes'
import { Badge } from '@buy-locals/ui/badge'
import { EmptyState } from '@buy-locals/ui/empty-state'
import { Icon } from '@buy-locals/ui/icon'
import { List, ListRow } from '@buy-locals/ui/list'
import { useOperationQuery } from '@buy-locals/client/use-operation-query'
import { useOperationMutation } from '@buy-locals/features/operation/use-operation-mutation'
import { EditForm, Section } from '../forms/edit-form'
import { useContractForm } from '../forms/contract-form'
import { QueryResult } from '../shell/query-result'
import { useCurrentBusiness } from '../shell/current-business'
import { Screen } from '../shell/screen'
import { ResourceFields } from './resource-fields'
import { useT } from '../messages/use-t'

const empty = { name: '', pool: undefined }

export function Component() {
  const t = useT()
  const { business, params, pathTo } = useCurrentBusiness()
  const resources = useOperationQuery(listResources, { params })
  const form = useContractForm(resourceTerms, empty)
  const add = useOperationMutation(addResource, {
    invalidates: [listResources],
    successText: t('resources.added'),
    onSuccess: () => form.reset(empty),
    handleError: form.showFieldErrors,
  })
  const submit = form.handleSubmit((body) => add.mutate({ input: { params, body } }))
  return (
    <Screen title={t('resources.title')} place={business.name} intro={t('resources.intro')}>
      <QueryResult query={resources}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState icon="package" title={t('resources.none')} text={t('resources.noneText')} />
          ) : (
            <List label={t('resources.title')}>
              {items.map(({ id, name, pool, active }) => (
                <ListRow
                  key={id}
                  href={pathTo(`resources/${id}`)}
                  trailing={!active && <Badge tone="plain" label={t('resources.retired')} />}
                  title={name}
                  detail={pool}
                  leading={<Icon decorative name="package" color="quiet" />}
                />
              ))}
            </List>
          )
        }
      </QueryResult>
      <EditForm
        label={t('resources.add')}
        onSubmit={submit}
        busy={add.isPending}
        values={useWatch({ control: form.control })}
      >
        <Section title={t('resources.new')}>
          <ResourceFields control={form.control} />
        </Section>
      </EditForm>
    </Screen>
  )
}
