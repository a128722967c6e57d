import { LoadingScreen } from '../../shell/loading-screen'
import { Failed } from '../../shell/screen-error'
import { MoveForm } from './move-form'
import { useBookingAndCustomer } from './use-booking-and-customer'

/** Another time for a booking. */
export function MoveScreen({ bookingId, onMoved }: { bookingId: string; onMoved: () => void }) {
  const { booking, customer } = useBookingAndCustomer(bookingId)
  const { data, error, refetch } = booking
  if (!data) return error ? <Failed error={error} onRetry={() => void refetch()} /> : <LoadingScreen />
  return <MoveForm booking={data} customer={customer} onMoved={onMoved} />
}
