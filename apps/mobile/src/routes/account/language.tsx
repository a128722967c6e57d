import { LanguageScreen } from '../../account/language-screen'

export { ScreenError as ErrorBoundary } from '../../shell/screen-error'

export default LanguageScreen
