import type { BookingStatus as Status } from '@buy-locals/contracts/booking/shapes'
import { Badge } from '@buy-locals/ui/badge'
import { statusTones } from './booking/status'
import { translatorForFeatures } from './i18n/i18n'
import { useI18n } from './i18n-provider'

export function BookingStatus({ status }: { status: Status }) {
  const t = translatorForFeatures(useI18n())
  return <Badge tone={statusTones[status]} label={t(`booking.status.${status}`)} />
}
