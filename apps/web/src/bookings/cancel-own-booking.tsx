import { useRevalidator } from 'react-router'
import { useServerNow } from '@buy-locals/client/use-server-now'
import { cancelBooking } from '@buy-locals/contracts/booking/operations'
import type { Booking } from '@buy-locals/contracts/booking/shapes'
import { CancelSheet } from '@buy-locals/features/cancel-sheet'
import { callApi } from '../api/call-api'
import { ErrorNotice } from '../api/error-notice'
import { useSend } from '../api/use-send'

type CancelOwnBookingProps = { booking: Booking; now: string; open: boolean; onClose: () => void }

export function CancelOwnBooking({ booking, now, open, onClose }: CancelOwnBookingProps) {
  const serverNow = useServerNow(now)
  const { revalidate } = useRevalidator()
  const { send, isBusy, error } = useSend(() => {
    onClose()
    void revalidate()
  })
  return (
    <CancelSheet
      booking={booking}
      serverNow={serverNow}
      open={open}
      isCancelling={isBusy}
      errorNotice={<ErrorNotice error={error} />}
      onCancel={(body) => void send(() => callApi(cancelBooking, { params: { bookingId: booking.id }, body }))}
      onClose={onClose}
    />
  )
}
