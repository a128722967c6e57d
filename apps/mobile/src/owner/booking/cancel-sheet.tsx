import { cancelBooking } from '@buy-locals/contracts/booking/operations'
import { queriesOfBooking } from '@buy-locals/features/booking/business-booking'
import { cancelText } from '@buy-locals/features/booking/business-texts'
import { useI18n } from '@buy-locals/features/i18n'
import { useOperationMutation } from '@buy-locals/features/operation/use-operation-mutation'
import { useT } from '../../messages/mobile-i18n'
import { TextSheet } from '../text-sheet'
import type { ClosingSheetProps } from './booked-visit'

/** A customer whose booking the business cancels is refunded in full, and the business reads how much. */
export function CancelSheet({ booking, customer, open, onClose }: ClosingSheetProps) {
  const t = useT()
  const i18n = useI18n()
  const { mutate, isPending, shownError } = useOperationMutation(cancelBooking, {
    inlineError: true,
    invalidates: queriesOfBooking,
    successText: t('booking.cancelDone'),
    onSuccess: onClose,
  })
  return (
    <TextSheet
      open={open}
      title={t('booking.cancelTitle')}
      text={cancelText(i18n, t, booking, customer)}
      label={t('booking.cancel')}
      keep={t('booking.keep')}
      field={t('booking.reasonField')}
      busy={isPending}
      error={shownError}
      onConfirm={(reason) => mutate({ input: { params: { bookingId: booking.id }, body: reason ? { reason } : {} } })}
      onClose={onClose}
    />
  )
}
