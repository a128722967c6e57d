import { markNoShow } from '@buy-locals/contracts/booking/operations'
import { queriesOfBooking } from '@buy-locals/features/booking/business-booking'
import { noShowText } from '@buy-locals/features/booking/business-texts'
import { useI18n } from '@buy-locals/features/i18n'
import { useOperationMutation } from '@buy-locals/features/operation/use-operation-mutation'
import { useT } from '../../messages/mobile-i18n'
import { ConfirmSheet } from '../confirm-sheet'
import type { ClosingSheetProps } from './booked-visit'

/** The policy of the booking decides what is refunded after a no-show. */
export function NoShowSheet({ booking, customer, open, onClose }: ClosingSheetProps) {
  const t = useT()
  const i18n = useI18n()
  const { mutate, isPending, shownError } = useOperationMutation(markNoShow, {
    inlineError: true,
    invalidates: queriesOfBooking,
    successText: t('booking.noShowDone'),
    onSuccess: onClose,
  })
  return (
    <ConfirmSheet
      open={open}
      title={t('booking.noShowTitle')}
      text={noShowText(i18n, t, booking, customer)}
      label={t('booking.markNoShow')}
      keep={t('booking.keep')}
      busy={isPending}
      error={shownError}
      onConfirm={() => mutate({ input: { params: { bookingId: booking.id } } })}
      onClose={onClose}
    />
  )
}
