import { useForm } from 'react-hook-form'
import { changeBusiness, readBusiness } from '@buy-locals/contracts/business/operations'
import type { z } from 'zod'
import { queryClient, operationQuery } from '../api/queries'
import { EditForm } from '../forms/edit-form'
import { contractResolver } from '../forms/resolver'
import { Section } from '../forms/section'
import { takeRefusal } from '../forms/take-refusal'
import { useConditional } from '../forms/use-conditional'
import { useHere } from '../shell/here'
import { Screen } from '../shell/screen'
import { useT } from '../messages/use-t'
import { AboutFields, AddressFields } from './about-fields'
import { Publication } from './publication'
import { PointFields, ReachFields, SiteFields } from './reach-fields'
import { written, writtenOf, type Written } from './written'

export function Component() {
  const t = useT()
  const { business, params } = useHere()
  const { control, handleSubmit, setError, setValue, reset } = useForm<Written, unknown, z.output<typeof written>>({
    resolver: contractResolver(written, t),
    defaultValues: writtenOf(business),
  })
  const change = useConditional(changeBusiness, {
    from: business,
    invalidates: [readBusiness],
    successText: t('forms.saved'),
    handleError: (error) => takeRefusal(setError, error),
    read: () => queryClient.fetchQuery({ ...operationQuery(readBusiness, { params }), staleTime: 0 }),
  })
  const submit = handleSubmit((body) => change.save({ params, body }))
  return (
    <Screen title={t('profile.title')} place={business.name} intro={t('profile.intro')}>
      <EditForm
        label={t('forms.save')}
        onSubmit={submit}
        busy={change.isPending}
        stale={change.stale((theirs) => reset(writtenOf(theirs)))}
      >
        <Publication />
        <AboutFields control={control} />
        <Section title={t('profile.where')}>
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
