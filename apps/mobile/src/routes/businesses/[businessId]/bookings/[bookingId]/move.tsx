import { router, useLocalSearchParams } from 'expo-router'
import { MoveScreen } from '../../../../../owner/booking/move-screen'

export { ScreenError as ErrorBoundary } from '../../../../../shell/screen-error'

export default function Move() {
  const { bookingId } = useLocalSearchParams<{ bookingId: string }>()
  return <MoveScreen bookingId={bookingId} onMoved={() => router.back()} />
}
