import { ExportScreen } from '../../account/export-screen'

export { ScreenError as ErrorBoundary } from '../../shell/screen-error'

export default ExportScreen
