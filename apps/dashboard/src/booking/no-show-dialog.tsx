import { markNoShow } from '@buy-locals/contracts/booking/operations'
import { useOperationMutation } from '../api/use-operation-mutation'
import { Confirm } from '../forms/confirm'
import { useT } from '../messages/use-t'
import { usePrice } from '../messages/use-price'
import type { AskProps } from './ask-cancel'
import { divided, paidOnline } from './known-booking'
import { stirred } from './stirred'

/** What was agreed for a no-show decides. */
export function AskNoShow({ booking, customer, open, onClose }: AskProps) {
  const t = useT()
  const price = usePrice()
  const mark = useOperationMutation(markNoShow, {
    inlineError: true,
    invalidates: stirred,
    successText: t('booking.noShowDone'),
    onSuccess: onClose,
  })
  const { back, rest } = divided(booking, booking.policy.noShowRefundShare)
  const text = paidOnline(booking).amount > 0 ? 'booking.askNoShowPaid' : 'booking.askNoShowUnpaid'
  return (
    <Confirm
      open={open}
      title={t('booking.askNoShow')}
      text={t(text, { customer, amount: price(back), rest: price(rest) })}
      label={t('booking.noShowAct')}
      keep={t('booking.keep')}
      busy={mark.isPending}
      errorText={mark.errorText}
      onYes={() => mark.mutate({ input: { params: { bookingId: booking.id } } })}
      onClose={onClose}
    />
  )
}
