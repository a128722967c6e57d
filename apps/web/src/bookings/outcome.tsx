import type { BookingFact } from '@buy-locals/contracts/booking/shapes'
import { useSpeech } from '@buy-locals/features/speech-provider'
import { Notice } from '@buy-locals/ui/notice'
import { useSay } from '../words/say'

/** What became of a booking that did not take its usual way, and of the money. */
export function Outcome({ booking }: { booking: BookingFact }) {
  const say = useSay()
  const back = useBackWords(booking)
  const { status, complainedAt, complaintDecision } = booking
  if (status === 'expired') return <Notice tone="told" title={say('booking.expired')} />
  if (status === 'no-show') return <Notice tone="bad" title={say('booking.missed')} {...back} />
  if (status === 'cancelled') {
    const by = { consumer: 'You', business: 'Business', platform: 'Platform' } as const
    return <Notice tone="told" title={say(`booking.cancelled${by[booking.cancelledBy ?? 'platform']}`)} {...back} />
  }
  if (complaintDecision === 'released') return <Notice tone="told" title={say('booking.problemReleased')} />
  if (complaintDecision === 'refunded') return <Notice tone="good" title={say('booking.problemRefunded')} {...back} />
  if (complainedAt) return <Notice tone="waiting" title={say('booking.problemSent')} />
  return null
}

function useBackWords({ payment, refundShare }: BookingFact): { words?: string } {
  const say = useSay()
  const { locale } = useSpeech()
  if (payment !== 'online' || refundShare === undefined) return {}
  if (refundShare === 0) return { words: say('booking.backNothing') }
  if (refundShare === 10_000) return { words: say('booking.backAll') }
  const share = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 2 }).format(
    refundShare / 10_000,
  )
  return { words: say('booking.backPart', { share }) }
}
