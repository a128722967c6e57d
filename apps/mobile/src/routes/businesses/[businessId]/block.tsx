import { router, useLocalSearchParams } from 'expo-router'
import { BlockScreen } from '../../../owner/block/block-screen'

export { ScreenError as ErrorBoundary } from '../../../shell/screen-error'

export default function Block() {
  const { day } = useLocalSearchParams<{ day?: string }>()
  return <BlockScreen day={day} onDone={() => router.back()} />
}
