import type { Booking } from '@buy-locals/contracts/booking/shapes'
import { format, share } from '@buy-locals/values/money'
import { translatorForFeatures, type I18n } from '../i18n'
import { isFreeToCancel } from './policy-text'

type Cancelled = Pick<Booking, 'start' | 'timeZone' | 'policy' | 'deposit' | 'payment' | 'status'>

/** What would be refunded if it were cancelled now. The server decides by its own clock. */
export function refundText(i18n: I18n, booking: Cancelled, now: string): string {
  const t = translatorForFeatures(i18n)
  const { policy, deposit, payment, status } = booking
  if (payment !== 'online') return t('booking.cancelFreesTime')
  if (status !== 'confirmed') return t('booking.cancelNothingCharged')
  const back = share(deposit, isFreeToCancel(booking, now) ? 10_000 : policy.lateRefundShare)
  const [amount, paid] = [format(back, i18n.locale), format(deposit, i18n.locale)]
  if (back.amount === deposit.amount) return t('booking.cancelAllBack', { amount })
  if (back.amount === 0) return t('booking.cancelNothingBack')
  return t('booking.cancelPartBack', { amount, paid })
}
