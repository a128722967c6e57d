import { readCustomerMail } from '@buy-locals/contracts/notification/operations'
import { Notice } from '@buy-locals/ui/notice'
import { useOperationQuery } from '@buy-locals/client/use-operation-query'
import type { Booking } from '@buy-locals/features/booking/business-booking'
import { useT } from '../messages/use-t'
import { useCurrentBusiness } from '../shell/current-business'

/** Where mails to the customer come back. */
export function CustomerMail({ booking, hasPhone }: { booking: Booking; hasPhone: boolean }) {
  const t = useT()
  const { params } = useCurrentBusiness()
  const mail = useOperationQuery(readCustomerMail, { params: { ...params, bookingId: booking.id } })
  if (!mail.data?.bounces) return null
  return (
    <Notice
      tone="pending"
      title={t('booking.mailBounces')}
      text={t(hasPhone ? 'booking.mailBouncesText' : 'booking.mailBouncesNoPhone')}
    />
  )
}
