import { useLocalSearchParams } from 'expo-router'
import { ResetPasswordScreen } from '../mailed-links/reset-password-screen'

export { ScreenError as ErrorBoundary } from '../shell/screen-error'

/** The token stands behind `#`, where no server sees it. */
export default function ResetPassword() {
  const { '#': token } = useLocalSearchParams<{ '#'?: string }>()
  return <ResetPasswordScreen token={token} />
}
