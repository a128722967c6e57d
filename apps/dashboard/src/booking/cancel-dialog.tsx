import { useState } from 'react'
import { cancelBooking } from '@buy-locals/contracts/booking/operations'
import { TextField } from '@buy-locals/ui/text-field'
import { useOperationMutation } from '../api/use-operation-mutation'
import { ConfirmDialog } from '../forms/confirm-dialog'
import { useT, useFormatMoney } from '../messages/use-t'
import { amountPaidOnline, queriesOfBooking, type Booking } from './booking'

export type ClosingDialogProps = { booking: Booking; customer: string; open: boolean; onClose: () => void }

/** A customer whose booking the business cancels is refunded in full. */
export function CancelDialog({ booking, customer, open, onClose }: ClosingDialogProps) {
  const t = useT()
  const formatMoney = useFormatMoney()
  const [reason, setReason] = useState('')
  const cancel = useOperationMutation(cancelBooking, {
    inlineError: true,
    invalidates: queriesOfBooking,
    successText: t('booking.cancelDone'),
    onSuccess: onClose,
  })
  const paid = amountPaidOnline(booking)
  const text = paid.amount > 0 ? 'booking.cancelPaidText' : 'booking.cancelUnpaidText'
  const body = reason.trim() ? { reason } : {}
  return (
    <ConfirmDialog
      open={open}
      title={t('booking.cancelTitle')}
      text={t(text, { customer, amount: formatMoney(paid) })}
      label={t('booking.cancel')}
      keep={t('booking.keep')}
      busy={cancel.isPending}
      errorText={cancel.errorText}
      onConfirm={() => cancel.mutate({ input: { params: { bookingId: booking.id }, body } })}
      onClose={onClose}
    >
      <TextField
        optional
        rows={2}
        maxLength={500}
        label={t('booking.reasonField')}
        value={reason}
        onChange={setReason}
      />
    </ConfirmDialog>
  )
}
