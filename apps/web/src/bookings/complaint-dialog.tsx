import { useRevalidator } from 'react-router'
import { useKept } from '@buy-locals/client/stored-text'
import { fileComplaint } from '@buy-locals/contracts/booking/operations'
import type { Booking } from '@buy-locals/contracts/booking/shapes'
import { ComplaintSheet } from '@buy-locals/features/complaint-sheet'
import { callApi } from '../api/call-api'
import { ErrorNotice } from '../api/error-notice'
import { useSend } from '../api/use-send'

type ComplaintDialogProps = { booking: Booking; open: boolean; onClose: () => void }

export function ComplaintDialog({ booking, open, onClose }: ComplaintDialogProps) {
  const { revalidate } = useRevalidator()
  const [text = '', setText] = useKept(`complaint ${booking.id}`)
  const { send, isBusy, error } = useSend(() => {
    setText('')
    onClose()
    void revalidate()
  })
  const params = { bookingId: booking.id }
  return (
    <ComplaintSheet
      booking={booking}
      open={open}
      text={text}
      onChange={setText}
      isSending={isBusy}
      errorNotice={<ErrorNotice error={error} />}
      onSend={(written) => void send(() => callApi(fileComplaint, { params, body: { text: written } }))}
      onClose={onClose}
    />
  )
}
