import { DescriptionList } from '@buy-locals/ui/description-list'
import { TextLink } from '@buy-locals/ui/text-link'
import type { BoardBooking } from '../board/entries'
import { useT } from '../messages/use-t'
import type { Booking } from './booking'

/** The customer, how to reach them, and who serves them. */
export function BookingDetails({
  booking,
  customer,
}: {
  booking: Booking
  customer: BoardBooking['customer'] | undefined
}) {
  const t = useT()
  const { staffName, partySize, note } = booking
  const items = [
    ...(staffName ? [{ label: t('booking.with'), value: staffName }] : []),
    ...(customer ? [{ label: t('booking.customer'), value: customer.name }] : []),
    ...(customer?.phone
      ? [
          {
            label: t('booking.phone'),
            value: <TextLink size="small" label={customer.phone} href={`tel:${customer.phone}`} />,
          },
        ]
      : []),
    ...(customer?.email
      ? [
          {
            label: t('booking.email'),
            value: <TextLink size="small" label={customer.email} href={`mailto:${customer.email}`} />,
          },
        ]
      : []),
    ...(partySize > 1 ? [{ label: t('booking.people'), value: String(partySize) }] : []),
    ...(note ? [{ label: t('booking.note'), value: note }] : []),
  ]
  return <DescriptionList items={items} />
}
