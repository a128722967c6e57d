import { BookingsScreen } from '../../bookings/bookings-screen'

export { ScreenError as ErrorBoundary } from '../../shell/screen-error'

export default BookingsScreen
