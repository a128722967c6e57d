import { AppearanceScreen } from '../../account/appearance-screen'

export { ScreenError as ErrorBoundary } from '../../shell/screen-error'

export default AppearanceScreen
