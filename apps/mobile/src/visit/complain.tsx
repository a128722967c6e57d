import { useKept } from '@buy-locals/client/stored-text'
import { fileComplaint, readBooking } from '@buy-locals/contracts/booking/operations'
import type { Booking } from '@buy-locals/contracts/booking/shapes'
import { useQueryClient } from '@tanstack/react-query'
import { ComplaintSheet } from '@buy-locals/features/complaint-sheet'
import { useOperationMutation } from '@buy-locals/features/operation/use-operation-mutation'
import { readBookingsAgain } from '../bookings/read-bookings-again'
import { ErrorNotice } from '../shell/error-notice'

type ComplainProps = { booking: Booking; open: boolean; onClose: () => void }

/** What is typed stays on this device until it is sent. */
export function Complain({ booking, open, onClose }: ComplainProps) {
  const queryClient = useQueryClient()
  const [text = '', setText] = useKept(`complaint ${booking.id}`)
  const { mutate, isPending, shownError } = useOperationMutation(fileComplaint, {
    invalidates: [readBooking],
    inlineError: true,
    onSuccess: () => {
      setText('')
      readBookingsAgain(queryClient)
      onClose()
    },
  })
  return (
    <ComplaintSheet
      booking={booking}
      open={open}
      text={text}
      onChange={setText}
      isSending={isPending}
      errorNotice={<ErrorNotice error={shownError} onReload={() => void queryClient.invalidateQueries()} />}
      onSend={(written) => mutate({ input: { params: { bookingId: booking.id }, body: { text: written } } })}
      onClose={onClose}
    />
  )
}
