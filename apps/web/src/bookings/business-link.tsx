import { Text } from '@buy-locals/ui/text'
import { TextLink } from '@buy-locals/ui/text-link'
import type { LoadedBooking } from './load-booking'

type BusinessLinkProps = { loaded: LoadedBooking; label(businessName: string): string }

/** To the business's page. A business that is off the site has none; its name is in the booking. */
export function BusinessLink({ loaded: { booking, business }, label }: BusinessLinkProps) {
  if (business)
    return (
      <span>
        <TextLink label={label(business.name)} href={`/b/${business.slug}`} />
      </span>
    )
  return booking.venue ? <Text>{label(booking.venue.name)}</Text> : null
}
