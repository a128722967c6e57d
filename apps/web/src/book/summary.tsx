import { cancelWords, lateWords } from '@buy-locals/features/booking/policy-words'
import { says } from '@buy-locals/features/speech/speech'
import { useSpeech } from '@buy-locals/features/speech-provider'
import { lengthOf, whenExactly, whenOf } from '@buy-locals/features/time/when'
import { Card } from '@buy-locals/ui/card'
import { Facts } from '@buy-locals/ui/facts'
import { Icon } from '@buy-locals/ui/icon'
import { Row, Stack } from '@buy-locals/ui/stack'
import { Text } from '@buy-locals/ui/text'
import { Title } from '@buy-locals/ui/title'
import { format, share, times } from '@buy-locals/values/money'
import { useSay } from '../words/say'
import type { Offered } from './load'

type SummaryProps = { offered: Offered; start: string | undefined; isFinal: boolean }

/** What is about to be booked, what it costs now and there, and until when it can be cancelled. */
export function Summary({ offered, start, isFinal }: SummaryProps) {
  const say = useSay()
  const speech = useSpeech()
  const business = says(speech)
  const { service, team, staffId, partySize, now } = offered
  const { timeZone } = offered.business
  const price = times(service.price, partySize)
  const isOnline = service.payment === 'online' && price.amount > 0
  const deposit = share(price, service.depositBasisPoints)
  const rest = { amount: price.amount - deposit.amount, currency: price.currency }
  const shown = (amount: typeof price) => format(amount, speech.locale)
  const staff = team.find(({ id }) => id === staffId)?.name ?? (team.length > 0 ? say('book.anyone') : undefined)
  const when = start && (isFinal ? whenExactly(speech, start, timeZone) : whenOf(speech, start, timeZone))
  const facts = [
    { label: say('book.service'), value: `${service.name}, ${lengthOf(speech, service.durationMinutes)}` },
    ...(staff ? [{ label: say('book.with'), value: staff }] : []),
    { label: say('book.when'), value: when ?? say('book.noTime') },
    ...(service.capacity > 1 ? [{ label: say('book.people'), value: String(partySize) }] : []),
    { label: say('book.total'), value: price.amount ? shown(price) : business('booking.free') },
    ...(isOnline && rest.amount > 0 ? [{ label: say('book.payThere'), value: shown(rest) }] : []),
    ...(isOnline ? [{ label: say('book.payNow'), value: shown(deposit), total: true }] : []),
    ...(!isOnline && price.amount ? [{ label: say('book.payThere'), value: shown(price), total: true }] : []),
  ]
  return (
    <section aria-label={say('book.yourBooking')}>
      <Card>
        <Title level={2} size="lead">
          {say('book.yourBooking')}
        </Title>
        <Facts facts={facts} />
        {start && (
          <Row gap="sm" align="start">
            <Icon beside="words" name="shield-check" color="leaf" />
            <Stack gap="xs" grow>
              <Text size="small" weight="medium">
                {cancelWords(speech, { start, timeZone, policy: service.policy }, now)}
              </Text>
              {isOnline &&
                lateWords(speech, service.policy).map((words) => (
                  <Text key={words} size="fine" tone="quiet">
                    {words}
                  </Text>
                ))}
            </Stack>
          </Row>
        )}
      </Card>
    </section>
  )
}
