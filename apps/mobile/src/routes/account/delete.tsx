import { DeleteScreen } from '../../account/delete-screen'

export { ScreenError as ErrorBoundary } from '../../shell/screen-error'

export default DeleteScreen
