import type { Policy } from '@buy-locals/contracts/booking/shapes'
import { formatDateTimeWithZone, formatDuration } from '@buy-locals/values/format-time'
import { format, share, type Money } from '@buy-locals/values/money'
import { translatorForFeatures, type I18n } from '../i18n'
import { addMinutes } from '../time/dates'

type BookedTime = { start: string; timeZone: string; policy: Policy }

/** `deposit` is what is paid online; undefined where nothing is. */
type Terms = BookedTime & { deposit?: Money | undefined }

/** Cancelling is free until then. Hours are elapsed time, also over a change of clocks. */
export const freeCancellationEnd = ({ start, policy }: BookedTime) => addMinutes(start, -policy.freeUntilHours * 60)

export const isFreeToCancel = (booked: BookedTime, now: string) =>
  Date.parse(now) <= Date.parse(freeCancellationEnd(booked))

/** "Free cancellation until Tue, Nov 24, 9:00 AM MST", or what is refunded now that this is over. */
export function cancellationText(i18n: I18n, { deposit, ...booked }: Terms, now: string): string {
  const t = translatorForFeatures(i18n)
  const { policy, timeZone } = booked
  if (isFreeToCancel(booked, now)) {
    if (policy.freeUntilHours === 0) return t('booking.policy.freeAlways')
    const when = formatDateTimeWithZone(i18n, freeCancellationEnd(booked), timeZone)
    return t('booking.policy.freeUntil', { when })
  }
  if (!deposit?.amount) return t('booking.policy.freeOver')
  const refund = share(deposit, policy.lateRefundShare)
  if (refund.amount === 0) return t('booking.policy.nowNothing')
  return t('booking.policy.nowAmount', { amount: format(refund, i18n.locale) })
}

/** What a late cancellation and a no-show cost. */
export function laterTexts(i18n: I18n, { deposit, ...booked }: BookedTime & { deposit: Money }, now: string): string[] {
  const { late, noShow } = refundTexts(i18n, booked.policy, deposit)
  return booked.policy.freeUntilHours > 0 && isFreeToCancel(booked, now) ? [late, noShow] : [noShow]
}

/** Before a time is chosen: until how long before it cancelling is free, and what is refunded after that. */
export function policyTexts(i18n: I18n, policy: Policy, deposit: Money): string[] {
  const t = translatorForFeatures(i18n)
  const { late, noShow } = refundTexts(i18n, policy, deposit)
  if (policy.freeUntilHours === 0) return [t('booking.policy.freeAlways'), noShow]
  const time = formatDuration(i18n, policy.freeUntilHours * 60)
  return [t('booking.policy.freeUpTo', { time }), late, noShow]
}

function refundTexts(i18n: I18n, { lateRefundShare, noShowRefundShare }: Policy, deposit: Money) {
  const t = translatorForFeatures(i18n)
  const [late, noShow] = [share(deposit, lateRefundShare), share(deposit, noShowRefundShare)]
  const written = (money: Money) => ({ amount: format(money, i18n.locale) })
  return {
    late: late.amount ? t('booking.policy.laterAmount', written(late)) : t('booking.policy.laterNothing'),
    noShow: noShow.amount ? t('booking.policy.noShowAmount', written(noShow)) : t('booking.policy.noShowNothing'),
  }
}
