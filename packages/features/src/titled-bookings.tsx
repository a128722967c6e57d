import { Grid } from '@buy-locals/ui/layout'
import { Stack } from '@buy-locals/ui/stack'
import { Text } from '@buy-locals/ui/text'
import { Title } from '@buy-locals/ui/title'
import { BookingCard, type ListedBooking } from './booking-card'

type TitledBookingsProps = { title: string; bookings: readonly ListedBooking[]; empty?: string }

/** Bookings that belong together, each leading to its page. */
export function TitledBookings({ title, bookings, empty }: TitledBookingsProps) {
  return (
    <Stack>
      <Title level={2}>{title}</Title>
      {bookings.length === 0 && empty && <Text tone="quiet">{empty}</Text>}
      {bookings.length > 0 && (
        <Grid label={title}>
          {bookings.map((booking) => (
            <BookingCard key={booking.id} booking={booking} href={`/bookings/${booking.id}`} />
          ))}
        </Grid>
      )}
    </Stack>
  )
}
