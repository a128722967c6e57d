import { useState } from 'react'
import { addMember, listMembers } from '@buy-locals/contracts/auth/operations'
import { ChoiceField } from '@buy-locals/ui/choice-field'
import { IconButton } from '@buy-locals/ui/icon-button'
import { useOperationMutation } from '@buy-locals/features/operation/use-operation-mutation'
import { ConfirmDialog } from '../forms/confirm-dialog'
import { useCurrentBusiness } from '../shell/current-business'
import { useT } from '../messages/use-t'

const roles = ['staff', 'manager'] as const
type ChangeableRole = (typeof roles)[number]

/** What a member may do is changed at once. */
export function MemberRole({ email, name, role }: { email: string; name: string; role: ChangeableRole }) {
  const t = useT()
  const { params } = useCurrentBusiness()
  const [isOpen, setOpen] = useState(false)
  const [next, setNext] = useState(role)
  const change = useOperationMutation(addMember, {
    inlineError: true,
    invalidates: [listMembers],
    successText: t('members.roleDone', { name }),
    onSuccess: () => setOpen(false),
  })
  function open() {
    setNext(role)
    setOpen(true)
  }
  return (
    <>
      <IconButton icon="pencil" label={t('members.roleName', { name })} opensDialog onPress={open} />
      <ConfirmDialog
        open={isOpen}
        tone="primary"
        title={t('members.roleTitle', { name })}
        text={t('members.roleText')}
        label={t('forms.save')}
        busy={change.isPending}
        error={change.shownError}
        onConfirm={() => change.mutate({ input: { params, body: { email, role: next } } })}
        onClose={() => setOpen(false)}
      >
        <ChoiceField
          label={t('members.role')}
          value={next}
          onChange={(value) => setNext(roles.find((one) => one === value) ?? role)}
          options={roles.map((one) => ({
            value: one,
            label: t(`shell.role.${one}`),
            detail: t(`members.may.${one}`),
          }))}
        />
      </ConfirmDialog>
    </>
  )
}
