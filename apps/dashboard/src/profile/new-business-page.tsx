import { useWatch, type Control } from 'react-hook-form'
import { useNavigate } from 'react-router'
import { registerBusiness } from '@buy-locals/contracts/business/operations'
import { useOperationMutation } from '@buy-locals/features/operation/use-operation-mutation'
import { addOwnership } from '@buy-locals/client/me'
import { queryClient } from '../api/queries'
import { EditForm, Section } from '../forms/edit-form'
import { useContractForm } from '../forms/contract-form'
import { SignedOutFrame } from '../shell/signed-out-frame'
import { Screen } from '../shell/screen'
import { useT } from '../messages/use-t'
import { moveAddress } from './move-address'
import { DescriptionFields, AddressFields, LocationFields } from './profile-fields'
import { draftFields, type ProfileForm } from './profile-form'

/** Makes a draft with one short form. */
export function Component() {
  const t = useT()
  const navigate = useNavigate()
  const form = useContractForm(draftFields, { name: '', categories: [], address: { city: '', country: 'US' } })
  const register = useOperationMutation(registerBusiness, {
    handleError: form.showFieldErrors,
    onSuccess: ({ id }) => {
      addOwnership(queryClient, id)
      void navigate(`/${id}/board`)
    },
  })
  const submit = form.handleSubmit((body) => register.mutate({ input: { body } }))
  // A draft has the fields of the profile that it cannot be without.
  const control = form.control as unknown as Control<ProfileForm>
  return (
    <SignedOutFrame>
      <Screen title={t('profile.newTitle')} intro={t('profile.newIntro')}>
        <EditForm
          label={t('profile.newAct')}
          onSubmit={submit}
          busy={register.isPending}
          values={useWatch({ control })}
        >
          <DescriptionFields control={control} />
          <Section title={t('profile.where')} intro={t('profile.readFirst')}>
            <LocationFields
              control={control}
              onFind={({ address, location }) => {
                form.setValue('location', location)
                form.setValue('address', moveAddress(form.getValues('address'), address))
              }}
            />
            <AddressFields control={control} />
          </Section>
        </EditForm>
      </Screen>
    </SignedOutFrame>
  )
}
