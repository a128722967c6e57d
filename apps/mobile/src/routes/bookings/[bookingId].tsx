import { useLocalSearchParams } from 'expo-router'
import type { PaymentOutcome } from '@buy-locals/features/booking/payment-outcome'
import { BookingScreen } from '../../bookings/booking-screen'

export { ScreenError as ErrorBoundary } from '../../shell/screen-error'

export default function Booking() {
  const { bookingId, outcome } = useLocalSearchParams<{ bookingId: string; outcome?: PaymentOutcome }>()
  return <BookingScreen bookingId={bookingId} outcome={outcome} />
}
