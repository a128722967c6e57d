import { useForm } from 'react-hook-form'
import { addResource, listResources } from '@buy-locals/contracts/booking/operations'
import { resourceTerms } from '@buy-locals/contracts/booking/shapes'
import type { z } from 'zod'
import { EmptyState } from '@buy-locals/ui/empty-state'
import { Icon } from '@buy-locals/ui/icon'
import { List, ListRow } from '@buy-locals/ui/list'
import { useAnswer } from '../ask/queries'
import { useOrder } from '../ask/use-order'
import { BoundText } from '../forms/bound'
import { EditForm } from '../forms/edit-form'
import { contractResolver } from '../forms/resolver'
import { Section } from '../forms/section'
import { takeRefusal } from '../forms/take-refusal'
import { Answered } from '../shell/answered'
import { useHere } from '../shell/here'
import { Screen } from '../shell/screen'
import { useSay } from '../words/say'

type Terms = z.input<typeof resourceTerms>
const empty = { name: '', pool: undefined }

export function Component() {
  const say = useSay()
  const { business, params } = useHere()
  const resources = useAnswer(listResources, { params })
  const { control, handleSubmit, reset, setError } = useForm<Terms, unknown, z.output<typeof resourceTerms>>({
    resolver: contractResolver(resourceTerms, say),
    defaultValues: empty,
  })
  const add = useOrder(addResource, {
    changes: [listResources],
    said: say('resources.added'),
    done: () => reset(empty),
    refused: (error) => takeRefusal(setError, error),
  })
  const submit = handleSubmit((body) => add.mutate({ input: { params, body } }))
  return (
    <Screen title={say('resources.title')} place={business.name} intro={say('resources.intro')}>
      <Answered of={resources}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState icon="package" title={say('resources.none')} words={say('resources.noneWords')} />
          ) : (
            <List label={say('resources.title')}>
              {items.map(({ id, name, pool }) => (
                <ListRow
                  key={id}
                  title={name}
                  detail={pool}
                  leading={<Icon beside="words" name="package" color="quiet" />}
                />
              ))}
            </List>
          )
        }
      </Answered>
      <EditForm label={say('resources.add')} onSubmit={submit} busy={add.isPending}>
        <Section title={say('resources.new')}>
          <BoundText control={control} name="name" label={say('resources.name')} maxLength={80} />
          <BoundText
            control={control}
            name="pool"
            label={say('resources.pool')}
            hint={say('resources.poolHint')}
            optional
            maxLength={40}
          />
        </Section>
      </EditForm>
    </Screen>
  )
}
