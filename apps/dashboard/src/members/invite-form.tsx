import { useForm } from 'react-hook-form'
import { addMember, listMembers } from '@buy-locals/contracts/auth/operations'
import type { z } from 'zod'
import { useOperationMutation } from '../api/use-operation-mutation'
import { BoundChoice, BoundText } from '../forms/bound'
import { EditForm } from '../forms/edit-form'
import { contractResolver } from '../forms/resolver'
import { Section } from '../forms/section'
import { takeRefusal } from '../forms/take-refusal'
import { useHere } from '../shell/here'
import { useT } from '../messages/use-t'

type Invitation = z.input<typeof addMember.body>
const empty: Invitation = { email: '', role: 'staff' }

export function InviteForm() {
  const t = useT()
  const { params } = useHere()
  const { control, handleSubmit, reset, setError } = useForm<Invitation, unknown, z.output<typeof addMember.body>>({
    resolver: contractResolver(addMember.body, t),
    defaultValues: empty,
  })
  const add = useOperationMutation(addMember, {
    invalidates: [listMembers],
    successText: t('members.inviteDone'),
    onSuccess: () => reset(empty),
    handleError: (error) => takeRefusal(setError, error),
  })
  const submit = handleSubmit((body) => add.mutate({ input: { params, body } }))
  return (
    <EditForm label={t('members.inviteAct')} onSubmit={submit} busy={add.isPending}>
      <Section title={t('members.invite')} intro={t('members.inviteText')}>
        <BoundText control={control} name="email" kind="email" label={t('members.email')} />
        <BoundChoice
          control={control}
          name="role"
          label={t('members.role')}
          options={[
            { value: 'staff', label: t('shell.role.staff') },
            { value: 'manager', label: t('shell.role.manager') },
          ]}
        />
      </Section>
    </EditForm>
  )
}
