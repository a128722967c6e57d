import type { readReceipt } from '@buy-locals/contracts/payment/operations'
import type { FundsStatus } from '@buy-locals/contracts/payment/shapes'
import type { Output } from '@buy-locals/contracts/operation'
import { formatDateTimeWithZone, formatDayWithYear } from '@buy-locals/values/format-time'
import { format } from '@buy-locals/values/money'
import { translatorForFeatures, type I18n } from '../i18n'

type Receipt = Output<typeof readReceipt>

/** To whom, for what, when and by which card somebody paid. */
export function receiptLines(i18n: I18n, { businessName, serviceName, start, paidAt, timeZone, card }: Receipt) {
  const t = translatorForFeatures(i18n)
  return [
    { label: t('ownBooking.receiptOf'), value: businessName },
    { label: t('ownBooking.receiptFor'), value: serviceName },
    { label: t('booking.detail.when'), value: formatDateTimeWithZone(i18n, start, timeZone) },
    { label: t('ownBooking.paidAt'), value: formatDateTimeWithZone(i18n, paidAt, timeZone) },
    ...(card
      ? [
          {
            label: t('ownBooking.cardLabel'),
            value: t('ownBooking.card', { ...card, brand: brands[card.brand] ?? card.brand }),
          },
        ]
      : []),
  ]
}

/** What was paid and what came back, each on its day, and what is left of it. */
export function amountLines(i18n: I18n, { lines, total, timeZone }: Receipt) {
  const t = translatorForFeatures(i18n)
  return [
    ...lines.map(({ kind, at, amount }) => ({
      label: `${t(`ownBooking.${kind}`)}, ${formatDayWithYear(i18n, at, timeZone)}`,
      value: format(amount, i18n.locale),
    })),
    { label: t('ownBooking.sum'), value: format(total, i18n.locale), total: true as const },
  ]
}

/** Where the money is. */
export function fundsText(i18n: I18n, { funds, releaseAt, timeZone }: Receipt): string {
  const t = translatorForFeatures(i18n)
  return funds === 'held' && releaseAt
    ? t('ownBooking.funds.heldUntil', { when: formatDateTimeWithZone(i18n, releaseAt, timeZone) })
    : t(`ownBooking.funds.${funds}`)
}

/** By itself, and not because the business refunds what it has had. */
export const mayMove = (funds: FundsStatus): boolean => funds !== 'released' && funds !== 'refunded' && funds !== 'lost'

/** Stripe's names of brands, as they are printed on cards. */
const brands: Partial<Record<string, string>> = {
  amex: 'American Express',
  diners: 'Diners Club',
  discover: 'Discover',
  jcb: 'JCB',
  mastercard: 'Mastercard',
  unionpay: 'UnionPay',
  visa: 'Visa',
}
