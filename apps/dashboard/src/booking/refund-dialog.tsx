import { useState } from 'react'
import { refundBooking } from '@buy-locals/contracts/booking/operations'
import { refundOf } from '@buy-locals/contracts/booking/shapes'
import { describeCustomer } from '@buy-locals/features/booking/business-texts'
import { refundable } from '@buy-locals/features/booking/status'
import { add, type Money } from '@buy-locals/values/money'
import { useOperationMutation } from '@buy-locals/features/operation/use-operation-mutation'
import type { BoardBooking } from '@buy-locals/features/board/entries'
import { queriesOfBooking, type Booking } from '@buy-locals/features/booking/business-booking'
import { ConfirmDialog } from '../forms/confirm-dialog'
import { MoneyField } from '../forms/quantity-fields'
import { useFormatMoney, useT } from '../messages/use-t'

type RefundDialogProps = { booking: Booking; customer: BoardBooking['customer'] | undefined; onClose: () => void }

/** Any part of what is not refunded yet. */
export function RefundDialog({ booking, customer, onClose }: RefundDialogProps) {
  const t = useT()
  const formatMoney = useFormatMoney()
  const { name, emailNotice } = describeCustomer(t, customer)
  const [amount, setAmount] = useState<Money>()
  const [error, setError] = useState<string>()
  const refund = useOperationMutation(refundBooking, {
    inlineError: true,
    invalidates: queriesOfBooking,
    successText: t('booking.refundDone'),
    onSuccess: onClose,
  })
  const refunded = refundOf(booking)
  const most = refundable(booking)
  const hint = t(refunded.amount > 0 ? 'booking.refundAgainHint' : 'booking.refundPaidHint', {
    amount: formatMoney(most),
    refunded: formatMoney(refunded),
  })
  function submit() {
    if (!amount || !(amount.amount > 0)) return setError(t('field.amount'))
    if (amount.amount > most.amount) return setError(t('booking.refundTooMuch', { amount: formatMoney(most) }))
    refund.mutate({ input: { params: { bookingId: booking.id }, body: { amount: add(refunded, amount) } } })
  }
  return (
    <ConfirmDialog
      open
      tone="primary"
      title={t('booking.refundTitle', { customer: name })}
      text={`${t('booking.refundText')} ${emailNotice}`}
      label={amount?.amount ? t('booking.refundDo', { amount: formatMoney(amount) }) : t('booking.refund')}
      busy={refund.isPending}
      isChanged={amount !== undefined}
      error={refund.shownError}
      onConfirm={submit}
      onClose={onClose}
    >
      <MoneyField
        label={t('booking.refundAmount')}
        hint={hint}
        currency={booking.deposit.currency}
        value={amount}
        error={error}
        onChange={(value) => {
          setError(undefined)
          setAmount(value)
        }}
      />
    </ConfirmDialog>
  )
}
