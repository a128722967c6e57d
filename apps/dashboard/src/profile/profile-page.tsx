import { useForm } from 'react-hook-form'
import { changeBusiness, readBusiness } from '@buy-locals/contracts/business/operations'
import type { z } from 'zod'
import { queries, question } from '../ask/queries'
import { EditForm } from '../forms/edit-form'
import { contractResolver } from '../forms/resolver'
import { Section } from '../forms/section'
import { takeRefusal } from '../forms/take-refusal'
import { useConditional } from '../forms/use-conditional'
import { useHere } from '../shell/here'
import { Screen } from '../shell/screen'
import { useSay } from '../words/say'
import { AboutFields, AddressFields } from './about-fields'
import { Publication } from './publication'
import { PointFields, ReachFields, SiteFields } from './reach-fields'
import { written, writtenOf, type Written } from './written'

export function Component() {
  const say = useSay()
  const { business, params } = useHere()
  const { control, handleSubmit, setError, setValue, reset } = useForm<Written, unknown, z.output<typeof written>>({
    resolver: contractResolver(written, say),
    defaultValues: writtenOf(business),
  })
  const change = useConditional(changeBusiness, {
    from: business,
    changes: [readBusiness],
    said: say('forms.saved'),
    refused: (error) => takeRefusal(setError, error),
    read: () => queries.fetchQuery({ ...question(readBusiness, { params }), staleTime: 0 }),
  })
  const submit = handleSubmit((body) => change.save({ params, body }))
  return (
    <Screen title={say('profile.title')} place={business.name} intro={say('profile.intro')}>
      <EditForm
        label={say('forms.save')}
        onSubmit={submit}
        busy={change.isPending}
        stale={change.stale((theirs) => reset(writtenOf(theirs)))}
      >
        <Publication />
        <AboutFields control={control} />
        <Section title={say('profile.where')}>
          <AddressFields control={control} />
          <PointFields
            control={control}
            onFind={({ location }) => setValue('location', location, { shouldDirty: true })}
          />
        </Section>
        <ReachFields control={control} />
        <SiteFields control={control} />
      </EditForm>
    </Screen>
  )
}
