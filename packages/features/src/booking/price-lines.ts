import type { Quote } from '@buy-locals/contracts/booking/shapes'
import { format, subtract } from '@buy-locals/values/money'
import { translatorForFeatures, type I18n } from '../i18n'

type Line = { label: string; value: string; total?: true }

/** What it costs, and what of that is paid online and what at the appointment. Of a quote nothing is paid yet. */
export function priceLines(
  i18n: I18n,
  { price, deposit, payment }: Pick<Quote, 'price' | 'deposit' | 'payment'>,
  stage: 'quote' | 'unpaid' | 'paid',
): Line[] {
  const t = translatorForFeatures(i18n)
  const formatAmount = (amount: typeof price) => format(amount, i18n.locale)
  const atAppointment = payment === 'online' ? subtract(price, deposit) : price
  const there = { label: t('booking.cost.there'), value: formatAmount(atAppointment) }
  const full = {
    label: t(`booking.cost.full.${stage}`),
    value: price.amount > 0 ? formatAmount(price) : t('booking.free'),
  }
  if (payment === 'online') {
    const online: Line = { label: t(`booking.cost.online.${stage}`), value: formatAmount(deposit), total: true }
    return atAppointment.amount > 0 ? [full, there, online] : [full, online]
  }
  return price.amount > 0 ? [full, { ...there, total: true }] : [full]
}
