import type { Booking } from '@buy-locals/contracts/booking/shapes'
import { Button } from '@buy-locals/ui/button'
import { Notice } from '@buy-locals/ui/notice'
import { useT } from '../messages/mobile-i18n'
import { siteLink } from '../server/server-url'

type StripeFormProps = { booking: Booking; onPaid: () => void }

/** In a browser the booking is paid on the site, which has Stripe's form. */
export function StripeForm({ booking }: StripeFormProps) {
  const t = useT()
  const href = siteLink(`/bookings/${booking.id}/pay`)
  return (
    <Notice
      tone="info"
      title={t('pay.onSiteTitle')}
      text={t('pay.onSiteText')}
      action={<Button large icon="lock" label={t('pay.onSite')} href={href} />}
    />
  )
}
