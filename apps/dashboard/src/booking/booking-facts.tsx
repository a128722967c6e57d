import { Facts } from '@buy-locals/ui/facts'
import { TextLink } from '@buy-locals/ui/text-link'
import type { BoardBooking } from '../board/entries'
import { useSay } from '../words/say'
import type { KnownBooking } from './known-booking'

/** Who comes, to whom, and how to reach them. */
export function BookingFacts({
  booking,
  customer,
}: {
  booking: KnownBooking
  customer: BoardBooking['customer'] | undefined
}) {
  const say = useSay()
  const { staffName, partySize, note } = booking
  const facts = [
    ...(staffName ? [{ label: say('booking.with'), value: staffName }] : []),
    ...(customer ? [{ label: say('booking.customer'), value: customer.name }] : []),
    ...(customer?.phone
      ? [
          {
            label: say('booking.phone'),
            value: <TextLink size="small" label={customer.phone} href={`tel:${customer.phone}`} />,
          },
        ]
      : []),
    ...(customer?.email
      ? [
          {
            label: say('booking.email'),
            value: <TextLink size="small" label={customer.email} href={`mailto:${customer.email}`} />,
          },
        ]
      : []),
    ...(partySize > 1 ? [{ label: say('booking.people'), value: String(partySize) }] : []),
    ...(note ? [{ label: say('booking.note'), value: note }] : []),
  ]
  return <Facts facts={facts} />
}
