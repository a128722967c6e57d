import { ReviewsScreen } from '../../../../owner/reviews/reviews-screen'

export { ScreenError as ErrorBoundary } from '../../../../shell/screen-error'

export default ReviewsScreen
