import { useState } from 'react'
import { cancelBooking } from '@buy-locals/contracts/booking/operations'
import { TextField } from '@buy-locals/ui/text-field'
import { useOperationMutation } from '../api/use-operation-mutation'
import { Confirm } from '../forms/confirm'
import { useT } from '../messages/use-t'
import { usePrice } from '../messages/use-price'
import { paidOnline, type KnownBooking } from './known-booking'
import { stirred } from './stirred'

export type AskProps = { booking: KnownBooking; customer: string; open: boolean; onClose: () => void }

/** Whoever is called off by the business gets back all that was paid. */
export function AskCancel({ booking, customer, open, onClose }: AskProps) {
  const t = useT()
  const price = usePrice()
  const [reason, setReason] = useState('')
  const cancel = useOperationMutation(cancelBooking, {
    inlineError: true,
    invalidates: stirred,
    successText: t('booking.cancelDone'),
    onSuccess: onClose,
  })
  const paid = paidOnline(booking)
  const text = paid.amount > 0 ? 'booking.askCancelPaid' : 'booking.askCancelUnpaid'
  const body = reason.trim() ? { reason } : {}
  return (
    <Confirm
      open={open}
      title={t('booking.askCancel')}
      text={t(text, { customer, amount: price(paid) })}
      label={t('booking.cancel')}
      keep={t('booking.keep')}
      busy={cancel.isPending}
      errorText={cancel.errorText}
      onYes={() => cancel.mutate({ input: { params: { bookingId: booking.id }, body } })}
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
    </Confirm>
  )
}
