import type { BookingStatus as Status } from '@buy-locals/contracts/booking/shapes'
import { Badge } from '@buy-locals/ui/badge'
import { toneOf } from './booking/status-words'
import { says } from './speech/speech'
import { useSpeech } from './speech-provider'

export function BookingStatus({ status }: { status: Status }) {
  const say = says(useSpeech())
  return <Badge tone={toneOf[status]} label={say(`booking.status.${status}`)} />
}
