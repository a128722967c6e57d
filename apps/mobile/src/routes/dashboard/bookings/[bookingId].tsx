import { Redirect, useLocalSearchParams, type Href } from 'expo-router'
import { ToOwnerBooking } from '../../../owner/booking/to-owner-booking'

export { ScreenError as ErrorBoundary } from '../../../shell/screen-error'

/** Notifications have the dashboard's address of a booking, which does not name the business. */
export default function DashboardBooking() {
  const { bookingId, screen } = useLocalSearchParams<{ bookingId: string; screen?: 'messages' }>()
  return (
    <ToOwnerBooking bookingId={bookingId} screen={screen}>
      {(href) => <Redirect withAnchor href={href as Href} />}
    </ToOwnerBooking>
  )
}
