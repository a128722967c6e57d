import { router, useLocalSearchParams } from 'expo-router'
import { GroupScreen } from '../../../../owner/group/group-screen'

export { ScreenError as ErrorBoundary } from '../../../../shell/screen-error'

export default function Group() {
  const { bookingId, day } = useLocalSearchParams<{ bookingId: string; day?: string }>()
  return <GroupScreen bookingId={bookingId} day={day} onCancelled={() => router.back()} />
}
