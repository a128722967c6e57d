import { format, type Money } from '@buy-locals/values/amount'
import { Text } from '@buy-locals/ui/text'
import { translatorForFeatures, useI18n } from './i18n'

type PriceTagProps = { price: Money; from?: boolean; size?: 'small' | 'body' | 'lead' }

/** A price with its currency; "Free" where nothing is to be paid. */
export function PriceTag({ price, from, size = 'body' }: PriceTagProps) {
  const i18n = useI18n()
  const t = translatorForFeatures(i18n)
  const shown = price.amount === 0 ? t('booking.free') : format(price, i18n.locale)
  return (
    <Text weight="strong" tabular size={size}>
      {from ? t('booking.from', { price: shown }) : shown}
    </Text>
  )
}
