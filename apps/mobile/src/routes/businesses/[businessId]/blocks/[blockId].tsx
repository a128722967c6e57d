import { router, useLocalSearchParams } from 'expo-router'
import { BlockDetails } from '../../../../owner/block/block-details'

export { ScreenError as ErrorBoundary } from '../../../../shell/screen-error'

export default function Block() {
  const { blockId, day } = useLocalSearchParams<{ blockId: string; day?: string }>()
  return <BlockDetails blockId={blockId} day={day} onRemoved={() => router.back()} />
}
