import { EmailScreen } from '../../account/email-screen'

export { ScreenError as ErrorBoundary } from '../../shell/screen-error'

export default EmailScreen
