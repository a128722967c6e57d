import { useQueryClient } from '@tanstack/react-query'
import { serverNow } from '@buy-locals/client/clock'
import { cancelBooking, readBooking } from '@buy-locals/contracts/booking/operations'
import type { Booking } from '@buy-locals/contracts/booking/shapes'
import { CancelSheet } from '@buy-locals/features/cancel-sheet'
import { useOperationMutation } from '@buy-locals/features/operation/use-operation-mutation'
import { ErrorNotice } from '../shell/error-notice'
import { readBookingsAgain } from './read-bookings-again'

type CancelOwnBookingProps = { booking: Booking; open: boolean; onClose: () => void }

export function CancelOwnBooking({ booking, open, onClose }: CancelOwnBookingProps) {
  const queryClient = useQueryClient()
  const { mutate, isPending, shownError } = useOperationMutation(cancelBooking, {
    invalidates: [readBooking],
    inlineError: true,
    onSuccess: () => {
      readBookingsAgain(queryClient)
      onClose()
    },
  })
  return (
    <CancelSheet
      booking={booking}
      serverNow={serverNow}
      open={open}
      isCancelling={isPending}
      errorNotice={<ErrorNotice error={shownError} onReload={() => void queryClient.invalidateQueries()} />}
      onCancel={(body) => mutate({ input: { params: { bookingId: booking.id }, body } })}
      onClose={onClose}
    />
  )
}
