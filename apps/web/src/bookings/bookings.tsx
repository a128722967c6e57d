import { BookingCard, type ListedBooking } from '@buy-locals/features/booking-card'
import { Grid } from '@buy-locals/ui/layout'
import { Stack } from '@buy-locals/ui/stack'
import { Text } from '@buy-locals/ui/text'
import { Title } from '@buy-locals/ui/title'

type BookingsProps = { title: string; bookings: readonly ListedBooking[]; empty?: string }

export function Bookings({ title, bookings, empty }: BookingsProps) {
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
