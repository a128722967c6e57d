import { useState } from 'react'
import { cancelGroupSession, findSlots, listBusinessBookings } from '@buy-locals/contracts/booking/operations'
import type { Id } from '@buy-locals/values/ids'
import { TextField } from '@buy-locals/ui/text-field'
import { useOperationMutation } from '../api/use-operation-mutation'
import { ConfirmDialog } from '../forms/confirm-dialog'
import { useCurrentBusiness } from '../shell/current-business'
import { useTakesPayments } from '../shell/use-takes-payments'
import { useT } from '../messages/use-t'

type CancelSessionDialogProps = {
  groupSessionId: Id<'groupSession'>
  open: boolean
  onCancelled: () => void
  onClose: () => void
}

/** Everybody who has booked the session reads the message. */
export function CancelSessionDialog({ groupSessionId, open, onCancelled, onClose }: CancelSessionDialogProps) {
  const t = useT()
  const { params } = useCurrentBusiness()
  const takesPayments = useTakesPayments()
  const [reason, setReason] = useState('')
  const [isMissing, setMissing] = useState(false)
  const cancel = useOperationMutation(cancelGroupSession, {
    inlineError: true,
    invalidates: [listBusinessBookings, findSlots],
    successText: ({ cancelled }) => t('board.sessionCancelled', { count: cancelled }),
    onSuccess: onCancelled,
  })
  function confirm() {
    const text = reason.trim()
    setMissing(!text)
    if (text) cancel.mutate({ input: { params: { ...params, groupSessionId }, body: { reason: text } } })
  }
  return (
    <ConfirmDialog
      open={open}
      title={t('board.cancelSessionTitle')}
      text={t(takesPayments ? 'board.cancelSessionText' : 'board.cancelSessionUnpaidText')}
      label={t('board.cancelSession')}
      keep={t('booking.keep')}
      busy={cancel.isPending}
      errorText={cancel.errorText}
      onConfirm={confirm}
      onClose={onClose}
    >
      <TextField
        rows={3}
        maxLength={500}
        label={t('board.sessionMessage')}
        error={isMissing ? t('board.sessionMessageMissing') : undefined}
        value={reason}
        onChange={setReason}
      />
    </ConfirmDialog>
  )
}
