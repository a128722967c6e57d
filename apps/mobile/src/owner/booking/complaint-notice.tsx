import type { Booking } from '@buy-locals/features/booking/business-booking'
import { toLocalDate } from '@buy-locals/features/time/dates'
import { useTimes } from '@buy-locals/features/time/use-times'
import { Button } from '@buy-locals/ui/button'
import { Notice } from '@buy-locals/ui/notice'
import { useT } from '../../messages/mobile-i18n'
import { siteLink } from '../../server/server-url'
import { dashboardPath, useBusiness } from '../use-business'

/** What the customer has reported. The reply, and a refund with it, is written in the dashboard. */
export function ComplaintNotice({ booking }: { booking: Booking }) {
  const t = useT()
  const { business, may } = useBusiness()
  const { formatMoment } = useTimes(booking.timeZone)
  const { complaint, complaintDecision, id, start } = booking
  if (!complaint) return null
  const day = toLocalDate(start, business.timeZone)
  const href = siteLink(dashboardPath(business.id, `board/bookings/${id}?day=${day}`))
  const decideBy = complaintDecision ? '' : t('booking.decideBy', { when: formatMoment(complaint.decideBy) })
  return (
    <Notice
      tone="pending"
      title={t('booking.complaint')}
      text={[complaint.text, decideBy].filter(Boolean).join('\n')}
      action={
        !complaintDecision &&
        may('manager') && <Button tone="secondary" label={t('business.toComplaint')} href={href} />
      }
    />
  )
}
