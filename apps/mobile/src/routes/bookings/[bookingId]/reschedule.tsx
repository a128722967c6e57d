import { router, useLocalSearchParams, type Href } from 'expo-router'
import { instant } from '@buy-locals/values/time'
import { RescheduleScreen } from '../../../bookings/reschedule-screen'
import { showBooking } from '../../../shell/show-booking'

export { ScreenError as ErrorBoundary } from '../../../shell/screen-error'

type Params = { bookingId: string; staff?: string; from?: string; at?: string }

/** With a time in its address, both times are compared. */
export default function Reschedule() {
  const { bookingId, staff, from, at } = useLocalSearchParams<Params>()
  const address = { pathname: '/bookings/[bookingId]/reschedule', params: { bookingId, staff, from } }
  return (
    <RescheduleScreen
      bookingId={bookingId}
      choice={{ staff, from }}
      start={instant.safeParse(at).data}
      onChoose={(changes) => router.setParams(changes as Record<string, string>)}
      onContinue={(start) => router.push({ ...address, params: { ...address.params, at: start } } as Href)}
      onBack={() => (router.canGoBack() ? router.back() : router.setParams({ at: undefined }))}
      onMoved={({ heldMove }) =>
        heldMove ? router.replace(`/bookings/${bookingId}/pay` as Href) : showBooking(bookingId, 'moved')
      }
    />
  )
}
