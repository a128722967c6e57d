import { useForm } from 'react-hook-form'
import { addResource, listResources } from '@buy-locals/contracts/booking/operations'
import { resourceTerms } from '@buy-locals/contracts/booking/shapes'
import type { z } from 'zod'
import { EmptyState } from '@buy-locals/ui/empty-state'
import { Icon } from '@buy-locals/ui/icon'
import { List, ListRow } from '@buy-locals/ui/list'
import { useOperationQuery } from '../api/queries'
import { useOperationMutation } from '../api/use-operation-mutation'
import { BoundText } from '../forms/bound'
import { EditForm } from '../forms/edit-form'
import { contractResolver } from '../forms/resolver'
import { Section } from '../forms/section'
import { takeRefusal } from '../forms/take-refusal'
import { Answered } from '../shell/answered'
import { useHere } from '../shell/here'
import { Screen } from '../shell/screen'
import { useT } from '../messages/use-t'

type Terms = z.input<typeof resourceTerms>
const empty = { name: '', pool: undefined }

export function Component() {
  const t = useT()
  const { business, params } = useHere()
  const resources = useOperationQuery(listResources, { params })
  const { control, handleSubmit, reset, setError } = useForm<Terms, unknown, z.output<typeof resourceTerms>>({
    resolver: contractResolver(resourceTerms, t),
    defaultValues: empty,
  })
  const add = useOperationMutation(addResource, {
    invalidates: [listResources],
    successText: t('resources.added'),
    onSuccess: () => reset(empty),
    handleError: (error) => takeRefusal(setError, error),
  })
  const submit = handleSubmit((body) => add.mutate({ input: { params, body } }))
  return (
    <Screen title={t('resources.title')} place={business.name} intro={t('resources.intro')}>
      <Answered of={resources}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState icon="package" title={t('resources.none')} text={t('resources.noneText')} />
          ) : (
            <List label={t('resources.title')}>
              {items.map(({ id, name, pool }) => (
                <ListRow
                  key={id}
                  title={name}
                  detail={pool}
                  leading={<Icon decorative name="package" color="quiet" />}
                />
              ))}
            </List>
          )
        }
      </Answered>
      <EditForm label={t('resources.add')} onSubmit={submit} busy={add.isPending}>
        <Section title={t('resources.new')}>
          <BoundText control={control} name="name" label={t('resources.name')} maxLength={80} />
          <BoundText
            control={control}
            name="pool"
            label={t('resources.pool')}
            hint={t('resources.poolHint')}
            optional
            maxLength={40}
          />
        </Section>
      </EditForm>
    </Screen>
  )
}
