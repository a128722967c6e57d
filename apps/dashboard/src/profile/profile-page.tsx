import { useWatch } from 'react-hook-form'
import { changeBusiness, readBusiness } from '@buy-locals/contracts/business/operations'
import { readFresh } from '../api/queries'
import { EditForm, Section } from '../forms/edit-form'
import { useContractForm } from '../forms/contract-form'
import { useVersionedMutation } from '../forms/use-versioned-mutation'
import { useCurrentBusiness } from '../shell/current-business'
import { Screen } from '../shell/screen'
import { useT } from '../messages/use-t'
import { moveAddress } from './move-address'
import { DescriptionFields, AddressFields, LocationFields, ContactFields, SiteFields } from './profile-fields'
import { Publication } from './publication'
import { profileFields, toProfileChange, toProfileForm } from './profile-form'

export function Component() {
  const t = useT()
  const { business, params } = useCurrentBusiness()
  const form = useContractForm(profileFields, toProfileForm(business))
  const { control } = form
  const change = useVersionedMutation(changeBusiness, {
    from: business,
    invalidates: [readBusiness],
    successText: t('forms.saved'),
    handleError: form.showFieldErrors,
    readCurrent: () => readFresh(readBusiness, { params }),
  })
  const submit = form.handleSubmit((body) => change.save({ params, body: toProfileChange(body) }))
  return (
    <Screen title={t('profile.title')} place={business.name} intro={t('profile.intro')}>
      <EditForm
        label={t('forms.save')}
        onSubmit={submit}
        busy={change.isPending}
        values={useWatch({ control })}
        saved={change.isSuccess}
        stale={change.stale((theirs) => form.reset(toProfileForm(theirs)))}
      >
        <Publication />
        <DescriptionFields control={control} />
        <Section title={t('profile.where')}>
          <AddressFields control={control} />
          <LocationFields
            control={control}
            onFind={({ address, location }) => {
              form.setValue('location', location, { shouldDirty: true })
              form.setValue('address', moveAddress(form.getValues('address'), address), { shouldDirty: true })
            }}
          />
        </Section>
        <ContactFields control={control} />
        <SiteFields control={control} />
      </EditForm>
    </Screen>
  )
}
