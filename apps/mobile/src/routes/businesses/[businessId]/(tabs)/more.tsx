import { MoreScreen } from '../../../../owner/more-screen'

export { ScreenError as ErrorBoundary } from '../../../../shell/screen-error'

export default MoreScreen
