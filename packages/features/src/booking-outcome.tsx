import { refundOf, type Booking } from '@buy-locals/contracts/booking/shapes'
import { formatDateTime, formatDateTimeWithZone, formatTime } from '@buy-locals/values/format-time'
import { Notice } from '@buy-locals/ui/notice'
import { format } from '@buy-locals/values/money'
import { canComplain, isPaidOnline } from './booking/status'
import { translatorForFeatures, useI18n } from './i18n'

/** What became of a booking that did not take its usual way, and of the money. */
export function BookingOutcome({ booking, now }: { booking: Booking; now: string }) {
  const i18n = useI18n()
  const t = translatorForFeatures(i18n)
  const refund = useRefundText(booking)
  const { status, complainedAt, complaintDecision, complaintsEndAt, timeZone, heldMove } = booking
  if (status === 'expired') return <Notice tone="info" title={t('booking.expired')} />
  if (status === 'cancelled') {
    const by = { consumer: 'You', business: 'Business', platform: 'Platform' } as const
    const message = booking.cancelledBy === 'business' && booking.reason
    const text = [message && t('booking.cancelMessage', { message }), refund.text].filter(Boolean).join(' ')
    const title = t(`booking.cancelled${by[booking.cancelledBy ?? 'platform']}`)
    return <Notice tone="info" title={title} {...(text && { text })} />
  }
  const isPaid = isPaidOnline(booking)
  if (complaintDecision && !isPaid) return <Notice tone="info" title={t('booking.complaintDecidedUnpaid')} />
  if (complaintDecision === 'released') return <Notice tone="info" title={t('booking.complaintReleased')} />
  if (complaintDecision === 'refunded')
    return <Notice tone="success" title={t('booking.complaintRefunded')} {...refund} />
  if (complainedAt)
    return <Notice tone="pending" title={t(isPaid ? 'booking.complaintSent' : 'booking.complaintSentUnpaid')} />
  if (heldMove) {
    const until = formatTime(i18n, heldMove.holdExpiresAt, timeZone)
    const when = formatDateTimeWithZone(i18n, heldMove.start, timeZone)
    const due = format(heldMove.due, i18n.locale)
    return (
      <Notice tone="pending" title={t('booking.moveHeld', { until })} text={t('booking.moveHeldText', { when, due })} />
    )
  }
  if (status === 'no-show') {
    const canObject = complaintsEndAt && canComplain(booking, now)
    const until = canObject && formatDateTime(i18n, complaintsEndAt, timeZone)
    return (
      <Notice
        tone="danger"
        title={t('booking.noShow')}
        {...(until ? { text: t('booking.noShowObject', { until }) } : refund)}
      />
    )
  }
  if (booking.businessRefund) return <Notice tone="success" title={t('booking.refundedByBusiness')} {...refund} />
  return null
}

function useRefundText(booking: Booking): { text?: string } {
  const i18n = useI18n()
  const t = translatorForFeatures(i18n)
  if (!isPaidOnline(booking) || (booking.refundShare === undefined && !booking.businessRefund)) return {}
  const refund = refundOf(booking)
  if (refund.amount === 0) return { text: t('booking.backNothing') }
  return { text: t('booking.backAmount', { amount: format(refund, i18n.locale) }) }
}
