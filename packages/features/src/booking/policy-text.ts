import type { Policy } from '@buy-locals/contracts/booking/shapes'
import { formatDateTimeWithZone } from '@buy-locals/values/format-time'
import { formatShare } from '@buy-locals/values/number-format'
import { translatorForFeatures, type I18n } from '../i18n'
import { addMinutes } from '../time/dates'

type BookedTime = { start: string; timeZone: string; policy: Policy }

/** Cancelling is free until then. Hours are elapsed time, also over a change of clocks. */
export const freeCancellationEnd = ({ start, policy }: BookedTime) => addMinutes(start, -policy.freeUntilHours * 60)

/** "Cancel free until Tue, Nov 24, 9:00 AM MST", or that this has passed. */
export function cancellationText(i18n: I18n, booking: BookedTime, now: string): string {
  const t = translatorForFeatures(i18n)
  const until = freeCancellationEnd(booking)
  if (Date.parse(until) < Date.parse(now)) return t('booking.policy.freeOver')
  if (booking.policy.freeUntilHours === 0) return t('booking.policy.freeAlways')
  return t('booking.policy.freeUntil', { when: formatDateTimeWithZone(i18n, until, booking.timeZone) })
}

/** What a late cancellation and a no-show cost, where something is paid online. */
export function lateCancellationTexts(
  i18n: I18n,
  { freeUntilHours, lateRefundShare, noShowRefundShare }: Policy,
): string[] {
  const t = translatorForFeatures(i18n)
  const late =
    lateRefundShare === 0
      ? t('booking.policy.lateNothing')
      : lateRefundShare === 10_000
        ? t('booking.policy.lateEverything')
        : t('booking.policy.lateShare', { share: formatShare(i18n, lateRefundShare) })
  const missed =
    noShowRefundShare === 0
      ? t('booking.policy.noShowNothing')
      : t('booking.policy.noShowShare', { share: formatShare(i18n, noShowRefundShare) })
  return freeUntilHours === 0 ? [missed] : [late, missed]
}
