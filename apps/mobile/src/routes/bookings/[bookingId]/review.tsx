import { useLocalSearchParams } from 'expo-router'
import { ReviewScreen } from '../../../visit/review-screen'

export { ScreenError as ErrorBoundary } from '../../../shell/screen-error'

export default function Review() {
  const { bookingId } = useLocalSearchParams<{ bookingId: string }>()
  return <ReviewScreen bookingId={bookingId} />
}
