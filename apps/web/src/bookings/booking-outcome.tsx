import type { Booking } from '@buy-locals/contracts/booking/shapes'
import { formatShare } from '@buy-locals/features/booking/policy-text'
import { useI18n } from '@buy-locals/features/i18n'
import { Notice } from '@buy-locals/ui/notice'
import { useT } from '../messages/site-i18n'

/** What became of a booking that did not take its usual way, and of the money. */
export function BookingOutcome({ booking }: { booking: Booking }) {
  const t = useT()
  const refund = useRefundText(booking)
  const { status, complainedAt, complaintDecision } = booking
  if (status === 'expired') return <Notice tone="info" title={t('booking.expired')} />
  if (status === 'no-show') return <Notice tone="danger" title={t('booking.missed')} {...refund} />
  if (status === 'cancelled') {
    const by = { consumer: 'You', business: 'Business', platform: 'Platform' } as const
    return <Notice tone="info" title={t(`booking.cancelled${by[booking.cancelledBy ?? 'platform']}`)} {...refund} />
  }
  if (complaintDecision === 'released') return <Notice tone="info" title={t('booking.complaintReleased')} />
  if (complaintDecision === 'refunded')
    return <Notice tone="success" title={t('booking.complaintRefunded')} {...refund} />
  if (complainedAt) return <Notice tone="pending" title={t('booking.complaintSent')} />
  return null
}

function useRefundText({ payment, refundShare }: Booking): { text?: string } {
  const t = useT()
  const i18n = useI18n()
  if (payment !== 'online' || refundShare === undefined) return {}
  if (refundShare === 0) return { text: t('booking.backNothing') }
  if (refundShare === 10_000) return { text: t('booking.backAll') }
  return { text: t('booking.backPart', { share: formatShare(i18n, refundShare) }) }
}
