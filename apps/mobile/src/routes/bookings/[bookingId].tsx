import { useLocalSearchParams } from 'expo-router'
import { BookingScreen } from '../../bookings/booking-screen'

export { ScreenError as ErrorBoundary } from '../../shell/screen-error'

export default function Booking() {
  const { bookingId } = useLocalSearchParams<{ bookingId: string }>()
  return <BookingScreen bookingId={bookingId} />
}
