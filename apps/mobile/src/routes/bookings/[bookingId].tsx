import { useLocalSearchParams } from 'expo-router'
import type { PaymentOutcome } from '@buy-locals/features/booking/payment-outcome'
import { BookingScreen } from '../../bookings/booking-screen'
import { linksOfBooking, OpenedLinks } from '../../bookings/opened-links'

export { ScreenError as ErrorBoundary } from '../../shell/screen-error'

type Params = { bookingId: string; outcome?: PaymentOutcome; '#'?: string }

export default function Booking() {
  const { bookingId, outcome, '#': fragment } = useLocalSearchParams<Params>()
  return (
    <OpenedLinks links={linksOfBooking(bookingId, fragment)}>
      <BookingScreen bookingId={bookingId} outcome={outcome} />
    </OpenedLinks>
  )
}
