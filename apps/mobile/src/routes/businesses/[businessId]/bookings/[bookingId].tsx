import { useLocalSearchParams } from 'expo-router'
import { OwnerBookingScreen } from '../../../../owner/booking/owner-booking-screen'

export { ScreenError as ErrorBoundary } from '../../../../shell/screen-error'

export default function Booking() {
  const { bookingId } = useLocalSearchParams<{ bookingId: string }>()
  return <OwnerBookingScreen bookingId={bookingId} />
}
