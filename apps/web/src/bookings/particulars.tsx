import { cancelWords } from '@buy-locals/features/booking/policy-words'
import { says } from '@buy-locals/features/speech/speech'
import { useSpeech } from '@buy-locals/features/speech-provider'
import { whenExactly } from '@buy-locals/features/time/when'
import { Card } from '@buy-locals/ui/card'
import { Facts } from '@buy-locals/ui/facts'
import { Text } from '@buy-locals/ui/text'
import { format } from '@buy-locals/values/money'
import { useSay } from '../words/say'
import type { Open } from './load'

export function Particulars({ open: { booking, business, now } }: { open: Open }) {
  const say = useSay()
  const speech = useSpeech()
  const { address } = business ?? {}
  const where = address && [address.street, address.city, address.region].filter(Boolean).join(', ')
  const isUnpaid = ['held', 'pending', 'expired'].includes(booking.status)
  const facts = [
    { label: say('booking.when'), value: whenExactly(speech, booking.start, booking.timeZone) },
    ...(booking.staffName ? [{ label: say('booking.with'), value: booking.staffName }] : []),
    ...(where ? [{ label: say('booking.where'), value: where }] : []),
    ...(booking.partySize > 1 ? [{ label: say('booking.people'), value: String(booking.partySize) }] : []),
    ...(booking.note ? [{ label: say('booking.note'), value: booking.note }] : []),
    {
      label: say('booking.price'),
      value: booking.price.amount ? format(booking.price, speech.locale) : says(speech)('booking.free'),
    },
    ...(booking.payment === 'online'
      ? [
          {
            label: say(isUnpaid ? 'booking.toPayOnline' : 'booking.paidOnline'),
            value: format(booking.deposit, speech.locale),
            total: true,
          },
        ]
      : []),
    ...(booking.payment === 'at-venue'
      ? [{ label: say('book.payThere'), value: format(booking.price, speech.locale), total: true }]
      : []),
  ]
  return (
    <Card label={say('booking.one')}>
      <Facts facts={facts} />
      {['held', 'pending', 'confirmed'].includes(booking.status) && (
        <Text size="small" tone="quiet">
          {cancelWords(speech, booking, now)}
        </Text>
      )}
    </Card>
  )
}
