import { useLocalSearchParams } from 'expo-router'
import { ThreadScreen } from '../../../thread/thread-screen'

export { ScreenError as ErrorBoundary } from '../../../shell/screen-error'

export default function Messages() {
  const { bookingId } = useLocalSearchParams<{ bookingId: string }>()
  return <ThreadScreen bookingId={bookingId} />
}
