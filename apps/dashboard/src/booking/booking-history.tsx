import { useSpeech } from '@buy-locals/features/speech-provider'
import { Stack } from '@buy-locals/ui/stack'
import { Text } from '@buy-locals/ui/text'
import { Title } from '@buy-locals/ui/title'
import { useTimes } from '../time/use-times'
import { percentOf } from '../words/percent'
import { useSay, type Say } from '../words/say'
import styles from './booking-history.module.css'
import type { KnownBooking } from './known-booking'

type Event = { words: string; at?: string | undefined }

/** What has become of it, the first first. */
export function BookingHistory({ booking }: { booking: KnownBooking }) {
  const say = useSay()
  const { locale } = useSpeech()
  const { moment } = useTimes(booking.timeZone)
  return (
    <Stack gap="sm">
      <Title level={3} size="body">
        {say('booking.history')}
      </Title>
      <ol className={styles.events}>
        {eventsOf(booking, say, locale, moment).map(({ words, at }) => (
          <li key={words}>
            <Text size="small">{words}</Text>
            {at && (
              <Text size="fine" tone="quiet" tabular>
                {moment(at)}
              </Text>
            )}
          </li>
        ))}
      </ol>
    </Stack>
  )
}

function eventsOf(booking: KnownBooking, say: Say, locale: string, moment: (at: string) => string): Event[] {
  const share = percentOf(locale, booking.refundShare ?? 0)
  const { status, payment, cancelledBy, reason, complaintDecision: decision } = booking
  return [
    { words: say('booking.made'), at: booking.createdAt },
    ...(status === 'held' && booking.holdExpiresAt
      ? [{ words: say('booking.held', { time: moment(booking.holdExpiresAt) }) }]
      : []),
    ...(booking.completedAt ? [{ words: say('booking.completed'), at: booking.completedAt }] : []),
    ...(status === 'no-show'
      ? [{ words: say(payment === 'online' ? 'booking.noShow' : 'booking.noShowPlain', { share }) }]
      : []),
    ...(status === 'expired' ? [{ words: say('booking.expired') }] : []),
    ...(status === 'cancelled'
      ? [
          {
            words: say(
              payment === 'online'
                ? `booking.cancelledPaid.${cancelledBy ?? 'business'}`
                : `booking.cancelledBy.${cancelledBy ?? 'business'}`,
              { share },
            ),
          },
        ]
      : []),
    ...(booking.complainedAt ? [{ words: say('booking.problem'), at: booking.complainedAt }] : []),
    ...(decision
      ? [{ words: say(decision === 'released' ? 'booking.decidedReleased' : 'booking.decidedRefunded', { share }) }]
      : []),
    ...(reason ? [{ words: say('booking.reason', { reason }) }] : []),
  ]
}
