import { AccountScreen } from '../../session/account-screen'

export { ScreenError as ErrorBoundary } from '../../shell/screen-error'

export default AccountScreen
