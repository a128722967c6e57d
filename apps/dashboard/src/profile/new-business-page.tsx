import { useForm, type Control } from 'react-hook-form'
import { useNavigate } from 'react-router'
import { registerBusiness } from '@buy-locals/contracts/business/operations'
import type { z } from 'zod'
import { useOperationMutation } from '../api/use-operation-mutation'
import { EditForm } from '../forms/edit-form'
import { contractResolver } from '../forms/resolver'
import { Section } from '../forms/section'
import { takeRefusal } from '../forms/take-refusal'
import { nowOwns } from '../session/me'
import { Front } from '../shell/front'
import { Screen } from '../shell/screen'
import { useT } from '../messages/use-t'
import { AboutFields, AddressFields } from './about-fields'
import { PointFields } from './reach-fields'
import { addressIn } from './address-in'
import { firstWritten, type Written } from './written'

type First = z.input<typeof firstWritten>

/** From nothing to a draft, in one short form. */
export function Component() {
  const t = useT()
  const goTo = useNavigate()
  const { control, handleSubmit, setError, setValue } = useForm<First, unknown, z.output<typeof firstWritten>>({
    resolver: contractResolver(firstWritten, t),
    defaultValues: { name: '', categories: [], address: { city: '', country: 'US' } },
  })
  const register = useOperationMutation(registerBusiness, {
    handleError: (error) => takeRefusal(setError, error),
    onSuccess: ({ id }) => {
      nowOwns(id)
      void goTo(`/${id}/board`)
    },
  })
  const submit = handleSubmit((body) => register.mutate({ input: { body } }))
  // The short form has the lines of the long one that a draft cannot be without.
  const lines = control as unknown as Control<Written>
  return (
    <Front>
      <Screen title={t('profile.newTitle')} intro={t('profile.newIntro')}>
        <EditForm label={t('profile.newAct')} onSubmit={submit} busy={register.isPending}>
          <AboutFields control={lines} />
          <Section title={t('profile.where')} intro={t('profile.readFirst')}>
            <PointFields
              control={lines}
              onFind={({ label, location }) => {
                const { city, region, postcode } = addressIn(label)
                setValue('location', location)
                setValue('address.city', city)
                if (region) setValue('address.region', region)
                if (postcode) setValue('address.postcode', postcode)
              }}
            />
            <AddressFields control={lines} />
          </Section>
        </EditForm>
      </Screen>
    </Front>
  )
}
