import { translatorForFeatures, useI18n } from '@buy-locals/features/i18n'
import { DescriptionList } from '@buy-locals/ui/description-list'
import { TextLink } from '@buy-locals/ui/text-link'
import type { BoardBooking } from '@buy-locals/features/board/entries'
import { formatPhone } from '@buy-locals/values/phone'
import type { Booking } from '@buy-locals/features/booking/business-booking'
import { isErasedCustomer } from '@buy-locals/features/booking/is-erased-customer'
import { useT } from '../messages/use-t'

/** The customer, how to reach them, and who serves them. */
export function BookingDetails({
  booking,
  customer,
  country,
}: {
  booking: Booking
  customer: BoardBooking['customer'] | undefined
  /** Of the business: numbers of other countries are shown with their code. */
  country?: string
}) {
  const t = useT()
  const tFeatures = translatorForFeatures(useI18n())
  const { staffName, partySize, note } = booking
  const items = [
    ...(staffName ? [{ label: t('booking.with'), value: staffName }] : []),
    ...(customer
      ? [
          {
            label: t('booking.customer'),
            value: isErasedCustomer(customer) ? tFeatures('place.formerCustomer') : customer.name,
          },
        ]
      : []),
    ...(customer?.phone
      ? [
          {
            label: t('booking.phone'),
            value: (
              <TextLink size="small" label={formatPhone(customer.phone, country)} href={`tel:${customer.phone}`} />
            ),
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
