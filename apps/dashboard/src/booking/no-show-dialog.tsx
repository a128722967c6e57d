import { markNoShow } from '@buy-locals/contracts/booking/operations'
import { queriesOfBooking } from '@buy-locals/features/booking/business-booking'
import { noShowText } from '@buy-locals/features/booking/business-texts'
import { useI18n } from '@buy-locals/features/i18n'
import { useOperationMutation } from '@buy-locals/features/operation/use-operation-mutation'
import { ConfirmDialog } from '../forms/confirm-dialog'
import { useT } from '../messages/use-t'
import type { ClosingDialogProps } from './cancel-dialog'

/** The policy of the booking decides what is refunded after a no-show. */
export function NoShowDialog({ booking, customer, open, onClose }: ClosingDialogProps) {
  const t = useT()
  const i18n = useI18n()
  const mark = useOperationMutation(markNoShow, {
    inlineError: true,
    invalidates: queriesOfBooking,
    successText: t('booking.noShowDone'),
    onSuccess: onClose,
  })
  return (
    <ConfirmDialog
      open={open}
      title={t('booking.noShowTitle')}
      text={noShowText(i18n, t, booking, customer)}
      label={t('booking.markNoShow')}
      keep={t('booking.keep')}
      busy={mark.isPending}
      error={mark.shownError}
      onConfirm={() => mark.mutate({ input: { params: { bookingId: booking.id } } })}
      onClose={onClose}
    />
  )
}
