import { useState } from 'react'
import { useNavigate } from 'react-router'
import { leaveBusiness, readMe } from '@buy-locals/contracts/auth/operations'
import { Button } from '@buy-locals/ui/button'
import { useOperationMutation } from '@buy-locals/features/operation/use-operation-mutation'
import { ConfirmDialog } from '../forms/confirm-dialog'
import { useCurrentBusiness } from '../shell/current-business'
import { useT } from '../messages/use-t'

export function LeaveBusiness() {
  const t = useT()
  const navigate = useNavigate()
  const { business, params } = useCurrentBusiness()
  const [isOpen, setOpen] = useState(false)
  const close = () => setOpen(false)
  const leave = useOperationMutation(leaveBusiness, {
    inlineError: true,
    invalidates: [readMe],
    successText: t('members.leaveDone', { name: business.name }),
    onSuccess: () => void navigate('/', { replace: true }),
  })
  return (
    <>
      <Button flush tone="quiet" icon="log-out" label={t('members.leave')} opensDialog onPress={() => setOpen(true)} />
      <ConfirmDialog
        open={isOpen}
        title={t('members.leaveTitle', { name: business.name })}
        text={t('members.leaveText')}
        label={t('members.leave')}
        busy={leave.isPending}
        error={leave.shownError}
        onConfirm={() => leave.mutate({ input: { params } })}
        onClose={close}
      />
    </>
  )
}
