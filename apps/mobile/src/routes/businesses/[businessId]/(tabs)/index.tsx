import { BoardScreen } from '../../../../owner/board/board-screen'

export { ScreenError as ErrorBoundary } from '../../../../shell/screen-error'

export default BoardScreen
