import { useForm } from 'react-hook-form'
import { addMember, listMembers } from '@buy-locals/contracts/auth/operations'
import type { z } from 'zod'
import { useOrder } from '../ask/use-order'
import { BoundChoice, BoundText } from '../forms/bound'
import { EditForm } from '../forms/edit-form'
import { contractResolver } from '../forms/resolver'
import { Section } from '../forms/section'
import { takeRefusal } from '../forms/take-refusal'
import { useHere } from '../shell/here'
import { useSay } from '../words/say'

type Invitation = z.input<typeof addMember.body>
const empty: Invitation = { email: '', role: 'staff' }

export function InviteForm() {
  const say = useSay()
  const { params } = useHere()
  const { control, handleSubmit, reset, setError } = useForm<Invitation, unknown, z.output<typeof addMember.body>>({
    resolver: contractResolver(addMember.body, say),
    defaultValues: empty,
  })
  const add = useOrder(addMember, {
    changes: [listMembers],
    said: say('members.inviteDone'),
    done: () => reset(empty),
    refused: (error) => takeRefusal(setError, error),
  })
  const submit = handleSubmit((body) => add.mutate({ input: { params, body } }))
  return (
    <EditForm label={say('members.inviteAct')} onSubmit={submit} busy={add.isPending}>
      <Section title={say('members.invite')} intro={say('members.inviteWords')}>
        <BoundText control={control} name="email" kind="email" label={say('members.email')} />
        <BoundChoice
          control={control}
          name="role"
          label={say('members.role')}
          options={[
            { value: 'staff', label: say('shell.role.staff') },
            { value: 'manager', label: say('shell.role.manager') },
          ]}
        />
      </Section>
    </EditForm>
  )
}
