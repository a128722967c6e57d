import { useForm, type Control } from 'react-hook-form'
import { useNavigate } from 'react-router'
import { readMe } from '@buy-locals/contracts/auth/operations'
import { registerBusiness } from '@buy-locals/contracts/business/operations'
import type { z } from 'zod'
import { queries, question } from '../ask/queries'
import { useOrder } from '../ask/use-order'
import { EditForm } from '../forms/edit-form'
import { contractResolver } from '../forms/resolver'
import { Section } from '../forms/section'
import { takeRefusal } from '../forms/take-refusal'
import { Front } from '../shell/front'
import { Screen } from '../shell/screen'
import { useSay } from '../words/say'
import { AboutFields, AddressFields } from './about-fields'
import { PointFields } from './reach-fields'
import { firstWritten, type Written } from './written'

type First = z.input<typeof firstWritten>

/** From nothing to a draft, in one short form. */
export function Component() {
  const say = useSay()
  const goTo = useNavigate()
  const { control, handleSubmit, setError, setValue } = useForm<First, unknown, z.output<typeof firstWritten>>({
    resolver: contractResolver(firstWritten, say),
    defaultValues: { name: '', categories: [], address: { city: '', country: 'US' } },
  })
  const register = useOrder(registerBusiness, {
    refused: (error) => takeRefusal(setError, error),
    done: ({ id }) =>
      void queries.fetchQuery({ ...question(readMe, {}), staleTime: 0 }).then(() => goTo(`/${id}/board`)),
  })
  const submit = handleSubmit((body) => register.mutate({ input: { body } }))
  // The short form has the lines of the long one that a draft cannot be without.
  const lines = control as unknown as Control<Written>
  return (
    <Front>
      <Screen title={say('profile.newTitle')} intro={say('profile.newIntro')}>
        <EditForm label={say('profile.newAct')} onSubmit={submit} busy={register.isPending}>
          <AboutFields control={lines} />
          <Section title={say('profile.where')} intro={say('profile.readFirst')}>
            <PointFields
              control={lines}
              onFind={({ label, location }) => {
                setValue('location', location)
                setValue('address.city', label.split(',')[0] ?? label)
              }}
            />
            <AddressFields control={lines} />
          </Section>
        </EditForm>
      </Screen>
    </Front>
  )
}
