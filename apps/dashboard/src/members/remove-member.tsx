import { useState } from 'react'
import { listMembers, removeMember } from '@buy-locals/contracts/auth/operations'
import type { Id } from '@buy-locals/values/ids'
import { IconButton } from '@buy-locals/ui/icon-button'
import { changeStaff, findSlots, listStaff } from '@buy-locals/contracts/booking/operations'
import type { Staff } from '@buy-locals/contracts/booking/shapes'
import { CheckField } from '@buy-locals/ui/check-field'
import { useOperationQuery } from '@buy-locals/client/use-operation-query'
import { useOperationMutation } from '@buy-locals/features/operation/use-operation-mutation'
import { ConfirmDialog } from '../forms/confirm-dialog'
import { KeptBookings } from '../hours/outside-hours'
import { useCurrentBusiness } from '../shell/current-business'
import { useT } from '../messages/use-t'

export function RemoveMember({ personId, name }: { personId: Id<'person'>; name: string }) {
  const t = useT()
  const { params } = useCurrentBusiness()
  const [isOpen, setOpen] = useState(false)
  const close = () => setOpen(false)
  const staff = useOperationQuery(listStaff, { params })
  const calendar = staff.data?.items.find((one) => one.personId === personId && one.active)
  const [leavesCalendar, setLeavesCalendar] = useState(true)
  const retire = useOperationMutation(changeStaff, { invalidates: [listStaff, findSlots], onSuccess: close })
  const remove = useOperationMutation(removeMember, {
    inlineError: true,
    invalidates: [listMembers],
    successText: t('members.removeDone'),
    onSuccess: () => (calendar && leavesCalendar ? takeOffCalendar(calendar) : close()),
  })
  function takeOffCalendar({ id: staffId, version }: Staff) {
    retire.mutate(
      { input: { params: { ...params, staffId }, body: { active: false, personId: null } }, ifMatch: version },
      { onError: close },
    )
  }
  return (
    <>
      <IconButton icon="trash" label={t('members.removeName', { name })} opensDialog onPress={() => setOpen(true)} />
      <ConfirmDialog
        open={isOpen}
        title={t('members.removeTitle', { name })}
        text={t('members.removeText')}
        label={t('members.remove')}
        busy={remove.isPending || retire.isPending}
        error={remove.shownError}
        onConfirm={() => remove.mutate({ input: { params: { ...params, personId } } })}
        onClose={close}
      >
        {isOpen && calendar && (
          <>
            <CheckField
              label={t('members.offCalendar', { name: calendar.name })}
              hint={t('members.offCalendarHint')}
              value={leavesCalendar}
              onChange={setLeavesCalendar}
            />
            <KeptBookings of={{ staffId: calendar.id }} />
          </>
        )}
      </ConfirmDialog>
    </>
  )
}
