import { ExploreScreen } from '../../explore/explore-screen'

export { ScreenError as ErrorBoundary } from '../../shell/screen-error'

export default ExploreScreen
