import { router, useLocalSearchParams } from 'expo-router'
import { NewBookingScreen } from '../../../owner/new/new-booking-screen'

export { ScreenError as ErrorBoundary } from '../../../shell/screen-error'

export default function NewBooking() {
  const { day, time, staff } = useLocalSearchParams<{ day?: string; time?: string; staff?: string }>()
  return <NewBookingScreen day={day} time={time} staffId={staff} onBooked={() => router.back()} />
}
