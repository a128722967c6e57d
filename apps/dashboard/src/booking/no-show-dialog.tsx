import { markNoShow } from '@buy-locals/contracts/booking/operations'
import { useOperationMutation } from '@buy-locals/features/operation/use-operation-mutation'
import { ConfirmDialog } from '../forms/confirm-dialog'
import { useT, useFormatMoney } from '../messages/use-t'
import { useCustomer, type ClosingDialogProps } from './cancel-dialog'
import { amountPaidOnline, queriesOfBooking, splitRefund } from './booking'

/** The policy of the booking decides what is refunded after a no-show. */
export function NoShowDialog({ booking, customer, open, onClose }: ClosingDialogProps) {
  const t = useT()
  const formatMoney = useFormatMoney()
  const mark = useOperationMutation(markNoShow, {
    inlineError: true,
    invalidates: queriesOfBooking,
    successText: t('booking.noShowDone'),
    onSuccess: onClose,
  })
  const { name, emailNotice } = useCustomer(customer)
  const { refund, rest } = splitRefund(booking, booking.policy.noShowRefundShare)
  const paidText = refund.amount > 0 ? 'booking.noShowPaidText' : 'booking.noShowKeptText'
  const text = amountPaidOnline(booking).amount > 0 ? paidText : 'booking.noShowUnpaidText'
  return (
    <ConfirmDialog
      open={open}
      title={t('booking.noShowTitle')}
      text={`${t(text, { customer: name, amount: formatMoney(refund), rest: formatMoney(rest) })} ${emailNotice}`}
      label={t('booking.markNoShow')}
      keep={t('booking.keep')}
      busy={mark.isPending}
      error={mark.shownError}
      onConfirm={() => mark.mutate({ input: { params: { bookingId: booking.id } } })}
      onClose={onClose}
    />
  )
}
