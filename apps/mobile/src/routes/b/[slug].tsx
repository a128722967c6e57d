import { useLocalSearchParams } from 'expo-router'
import { BusinessScreen } from '../../business/business-screen'

export { ScreenError as ErrorBoundary } from '../../shell/screen-error'

export default function Business() {
  const { slug } = useLocalSearchParams<{ slug: string }>()
  return <BusinessScreen slug={slug} />
}
