import { cancelGroupSession } from '@buy-locals/contracts/booking/operations'
import type { Id } from '@buy-locals/values/ids'
import { useOperationMutation } from '@buy-locals/features/operation/use-operation-mutation'
import { queriesOfBooking } from '@buy-locals/features/booking/business-booking'
import { TextDialog } from '../forms/text-dialog'
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
  const cancel = useOperationMutation(cancelGroupSession, {
    inlineError: true,
    invalidates: queriesOfBooking,
    successText: ({ cancelled }) => t('board.sessionCancelled', { count: cancelled }),
    onSuccess: onCancelled,
  })
  return (
    <TextDialog
      open={open}
      title={t('board.cancelSessionTitle')}
      text={t(takesPayments ? 'board.cancelSessionText' : 'board.cancelSessionUnpaidText')}
      label={t('board.cancelSession')}
      keep={t('booking.keep')}
      field={t('board.sessionMessage')}
      missing={t('board.sessionMessageMissing')}
      busy={cancel.isPending}
      error={cancel.shownError}
      onConfirm={(reason) => cancel.mutate({ input: { params: { ...params, groupSessionId }, body: { reason } } })}
      onClose={onClose}
    />
  )
}
