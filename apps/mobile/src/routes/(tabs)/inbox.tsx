import { InboxScreen } from '../../inbox/inbox-screen'

export { ScreenError as ErrorBoundary } from '../../shell/screen-error'

export default InboxScreen
