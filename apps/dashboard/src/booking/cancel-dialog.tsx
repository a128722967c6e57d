import { cancelBooking } from '@buy-locals/contracts/booking/operations'
import { useOperationMutation } from '@buy-locals/features/operation/use-operation-mutation'
import { TextDialog } from '../forms/text-dialog'
import { useT, useFormatMoney } from '../messages/use-t'
import { amountPaidOnline, queriesOfBooking, type Booking } from './booking'

export type Customer = { name: string; email?: string | undefined }
export type ClosingDialogProps = {
  booking: Booking
  customer: Customer | undefined
  open: boolean
  onClose: () => void
}

/** Whoever gave no address cannot be written to, and the business reads so before it acts. */
export function useCustomer(customer: Customer | undefined) {
  const t = useT()
  const name = customer?.name ?? t('booking.customer')
  const notice = customer?.email ? 'booking.customerEmailed' : 'booking.customerNotEmailed'
  return { name, emailNotice: customer ? t(notice, { customer: name }) : '' }
}

/** A customer whose booking the business cancels is refunded in full. */
export function CancelDialog({ booking, customer, open, onClose }: ClosingDialogProps) {
  const t = useT()
  const formatMoney = useFormatMoney()
  const cancel = useOperationMutation(cancelBooking, {
    inlineError: true,
    invalidates: queriesOfBooking,
    successText: t('booking.cancelDone'),
    onSuccess: onClose,
  })
  const { name, emailNotice } = useCustomer(customer)
  const paid = amountPaidOnline(booking)
  const text = paid.amount > 0 ? 'booking.cancelPaidText' : 'booking.cancelUnpaidText'
  return (
    <TextDialog
      open={open}
      title={t('booking.cancelTitle')}
      text={`${t(text, { customer: name, amount: formatMoney(paid) })} ${emailNotice}`}
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
