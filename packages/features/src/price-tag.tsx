import { format, type Money } from '@buy-locals/values/amount'
import { Text } from '@buy-locals/ui/text'
import { says } from './speech/speech'
import { useSpeech } from './speech-provider'

type PriceTagProps = { price: Money; from?: boolean; size?: 'small' | 'body' | 'lead' }

/** A price with its currency; nothing to pay is "Free". */
export function PriceTag({ price, from, size = 'body' }: PriceTagProps) {
  const speech = useSpeech()
  const say = says(speech)
  const shown = price.amount === 0 ? say('booking.free') : format(price, speech.locale)
  return (
    <Text weight="strong" tabular size={size}>
      {from ? say('booking.from', { price: shown }) : shown}
    </Text>
  )
}
