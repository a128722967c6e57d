import type { Quote } from '@buy-locals/contracts/booking/shapes'
import { format, subtract } from '@buy-locals/values/money'
import { translatorForFeatures, type I18n } from '../i18n'

/** How a service is paid. Undefined where all of it is paid online, or nothing. */
export function paymentText(i18n: I18n, { price, deposit, payment }: Quote): string | undefined {
  const t = translatorForFeatures(i18n)
  if (payment === 'at-venue') return t('booking.atVenue')
  const rest = subtract(price, deposit)
  if (payment === 'none' || rest.amount === 0) return undefined
  return t('booking.deposit', { deposit: format(deposit, i18n.locale), rest: format(rest, i18n.locale) })
}
