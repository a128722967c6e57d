import { useOperationQuery } from '@buy-locals/client/use-operation-query'
import { cancelGroupSession } from '@buy-locals/contracts/booking/operations'
import { readConfig } from '@buy-locals/contracts/host/operations'
import { queriesOfBooking } from '@buy-locals/features/booking/business-booking'
import { useOperationMutation } from '@buy-locals/features/operation/use-operation-mutation'
import type { Id } from '@buy-locals/values/ids'
import { useT } from '../../messages/mobile-i18n'
import { TextSheet } from '../text-sheet'
import { useBusiness } from '../use-business'

type CancelSessionProps = {
  groupSessionId: Id<'groupSession'>
  open: boolean
  onCancelled: () => void
  onClose: () => void
}

/** Everybody who has booked the session reads the message. */
export function CancelSessionSheet({ groupSessionId, open, onCancelled, onClose }: CancelSessionProps) {
  const t = useT()
  const { params } = useBusiness()
  const { data: config } = useOperationQuery(readConfig, {})
  const takesPayments = config?.payments.mode !== 'off'
  const { mutate, isPending, shownError } = useOperationMutation(cancelGroupSession, {
    inlineError: true,
    invalidates: queriesOfBooking,
    successText: ({ cancelled }) => t('board.sessionCancelled', { count: cancelled }),
    onSuccess: onCancelled,
  })
  return (
    <TextSheet
      open={open}
      title={t('board.cancelSessionTitle')}
      text={t(takesPayments ? 'board.cancelSessionText' : 'board.cancelSessionUnpaidText')}
      label={t('board.cancelSession')}
      keep={t('booking.keep')}
      field={t('board.sessionMessage')}
      missing={t('board.sessionMessageMissing')}
      busy={isPending}
      error={shownError}
      onConfirm={(reason) => mutate({ input: { params: { ...params, groupSessionId }, body: { reason } } })}
      onClose={onClose}
    />
  )
}
