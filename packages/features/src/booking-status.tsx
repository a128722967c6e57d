import type { BookingStatus as Status } from '@buy-locals/contracts/booking/shapes'
import { Badge } from '@buy-locals/ui/badge'
import { statusTones } from './booking/status'
import { translatorForFeatures, useI18n } from './i18n'

export function BookingStatus({ status }: { status: Status }) {
  const t = translatorForFeatures(useI18n())
  return <Badge tone={statusTones[status]} label={t(`booking.status.${status}`)} />
}
