import { NameScreen } from '../../account/name-screen'
import { leaveTo } from '../../shell/leave-to'

export { ScreenError as ErrorBoundary } from '../../shell/screen-error'

export default function Name() {
  return <NameScreen onDone={() => leaveTo('/account')} />
}
