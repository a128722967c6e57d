import { PasswordScreen } from '../../account/password-screen'
import { leaveTo } from '../../shell/leave-to'

export { ScreenError as ErrorBoundary } from '../../shell/screen-error'

export default function Password() {
  return <PasswordScreen onDone={() => leaveTo('/account')} />
}
