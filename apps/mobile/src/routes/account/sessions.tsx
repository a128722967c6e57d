import { SessionsScreen } from '../../account/sessions-screen'

export { ScreenError as ErrorBoundary } from '../../shell/screen-error'

export default SessionsScreen
