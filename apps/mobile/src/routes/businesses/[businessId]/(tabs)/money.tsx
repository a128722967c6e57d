import { MoneyScreen } from '../../../../owner/money/money-screen'

export { ScreenError as ErrorBoundary } from '../../../../shell/screen-error'

export default MoneyScreen
