import { useLocalSearchParams } from 'expo-router'
import { VerifyEmailScreen } from '../mailed-links/verify-email-screen'

export { ScreenError as ErrorBoundary } from '../shell/screen-error'

/** The token stands behind `#`, where no server sees it. */
export default function VerifyEmail() {
  const { '#': token } = useLocalSearchParams<{ '#'?: string }>()
  return <VerifyEmailScreen token={token} />
}
