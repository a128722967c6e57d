import { useLocalSearchParams } from 'expo-router'
import { OwnerThreadScreen } from '../../../../../owner/booking/owner-thread-screen'

export { ScreenError as ErrorBoundary } from '../../../../../shell/screen-error'

export default function Messages() {
  const { bookingId } = useLocalSearchParams<{ bookingId: string }>()
  return <OwnerThreadScreen bookingId={bookingId} />
}
