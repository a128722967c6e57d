import { SignInScreen } from '../session/sign-in-screen'

export { ScreenError as ErrorBoundary } from '../shell/screen-error'

export default SignInScreen
