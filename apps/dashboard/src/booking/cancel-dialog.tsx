import { cancelBooking } from '@buy-locals/contracts/booking/operations'
import { queriesOfBooking, type Booking } from '@buy-locals/features/booking/business-booking'
import { cancelText } from '@buy-locals/features/booking/business-texts'
import { useI18n } from '@buy-locals/features/i18n'
import { useOperationMutation } from '@buy-locals/features/operation/use-operation-mutation'
import { TextDialog } from '../forms/text-dialog'
import { useT } from '../messages/use-t'

export type ClosingDialogProps = {
  booking: Booking
  customer: { name: string; email?: string | undefined } | undefined
  open: boolean
  onClose: () => void
}

/** A customer whose booking the business cancels is refunded in full. */
export function CancelDialog({ booking, customer, open, onClose }: ClosingDialogProps) {
  const t = useT()
  const i18n = useI18n()
  const cancel = useOperationMutation(cancelBooking, {
    inlineError: true,
    invalidates: queriesOfBooking,
    successText: t('booking.cancelDone'),
    onSuccess: onClose,
  })
  return (
    <TextDialog
      open={open}
      title={t('booking.cancelTitle')}
      text={cancelText(i18n, t, booking, customer)}
      label={t('booking.cancel')}
      keep={t('booking.keep')}
      field={t('booking.reasonField')}
      rows={2}
      busy={cancel.isPending}
      error={cancel.shownError}
      onConfirm={(reason) =>
        cancel.mutate({ input: { params: { bookingId: booking.id }, body: reason ? { reason } : {} } })
      }
      onClose={onClose}
    />
  )
}
