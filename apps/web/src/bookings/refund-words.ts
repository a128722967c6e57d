import { freeUntil } from '@buy-locals/features/booking/policy-words'
import type { BookingFact } from '@buy-locals/contracts/booking/shapes'
import type { Speech } from '@buy-locals/features/speech/speech'
import { format, share } from '@buy-locals/values/money'
import { sayIn } from '../words/say'

type Cancelled = Pick<BookingFact, 'start' | 'timeZone' | 'policy' | 'deposit' | 'payment' | 'status'>

/** What cancelling now gives back, said before it is done. The server decides by its own clock. */
export function refundWords(speech: Speech, booking: Cancelled, now: string): string {
  const say = sayIn(speech)
  const { policy, deposit, payment, status } = booking
  if (payment !== 'online' || status !== 'confirmed') return say('booking.cancelNothingPaid')
  const isFree = Date.parse(now) <= Date.parse(freeUntil(booking))
  const back = share(deposit, isFree ? 10_000 : policy.lateRefundShare)
  const [amount, paid] = [format(back, speech.locale), format(deposit, speech.locale)]
  if (back.amount === deposit.amount) return say('booking.cancelAllBack', { amount })
  if (back.amount === 0) return say('booking.cancelNothingBack')
  return say('booking.cancelPartBack', { amount, paid })
}
