import { addMember, listMembers } from '@buy-locals/contracts/auth/operations'
import { listStaff } from '@buy-locals/contracts/booking/operations'
import { useOperationQuery } from '@buy-locals/client/use-operation-query'
import { useOperationMutation } from '@buy-locals/features/operation/use-operation-mutation'
import { useWatch } from 'react-hook-form'
import type { z } from 'zod'
import { BoundChoice, BoundSelect, BoundText } from '../forms/bound'
import { EditForm, Section } from '../forms/edit-form'
import { useContractForm } from '../forms/contract-form'
import { useCurrentBusiness } from '../shell/current-business'
import { useT } from '../messages/use-t'

type Invitation = z.input<typeof addMember.body>
const empty: Invitation = { email: '', role: 'staff' }

export function InviteForm() {
  const t = useT()
  const { params } = useCurrentBusiness()
  const staff = useOperationQuery(listStaff, { params })
  const calendars = (staff.data?.items ?? []).filter(({ active, personId }) => active && !personId)
  const form = useContractForm(addMember.body, empty)
  const { control } = form
  const add = useOperationMutation(addMember, {
    invalidates: [listMembers],
    successText: t('members.inviteDone'),
    onSuccess: () => form.reset(empty),
    handleError: form.showFieldErrors,
  })
  const submit = form.handleSubmit((body) => add.mutate({ input: { params, body } }))
  return (
    <EditForm label={t('members.inviteAct')} onSubmit={submit} busy={add.isPending} values={useWatch({ control })}>
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
        {calendars.length > 0 && (
          <BoundSelect
            control={control}
            name="staffId"
            label={t('members.calendar')}
            hint={t('members.calendarHint')}
            options={[
              { value: '', label: t('members.noCalendar') },
              ...calendars.map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
        )}
      </Section>
    </EditForm>
  )
}
