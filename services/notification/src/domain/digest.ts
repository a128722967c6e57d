import { Temporal } from 'temporal-polyfill'
import { digestHour } from '@buy-locals/contracts/notification/shapes'
import { usableZone } from '@buy-locals/values/time'

/** When the next digest of somebody in this zone leaves. */
export function nextDigest(now: Temporal.Instant, zone: string | undefined): Temporal.Instant {
  const local = now.toZonedDateTimeISO(usableZone(zone ?? 'UTC', 'UTC'))
  const today = local.toPlainDate().toZonedDateTime({ timeZone: local.timeZoneId, plainTime: { hour: digestHour } })
  const next = Temporal.ZonedDateTime.compare(today, local) > 0 ? today : today.add({ days: 1 })
  return next.toInstant()
}
