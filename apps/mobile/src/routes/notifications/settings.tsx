import { PreferencesScreen } from '../../account/preferences-screen'

export { ScreenError as ErrorBoundary } from '../../shell/screen-error'

export default PreferencesScreen
