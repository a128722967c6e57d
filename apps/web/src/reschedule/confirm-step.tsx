import { useState } from 'react'
import { useNavigate, useRevalidator, useSearchParams } from 'react-router'
import { rescheduleBooking } from '@buy-locals/contracts/booking/operations'
import type { Booking } from '@buy-locals/contracts/booking/shapes'
import { MoveCheck } from '@buy-locals/features/move-check'
import { callApi } from '../api/call-api'
import { ErrorNotice } from '../api/error-notice'
import { useSend } from '../api/use-send'
import type { BookingOptions } from '../book/load-options'
import { useChooseTime } from '../book/use-choose-time'
import type { LoadedBooking } from '../bookings/load-booking'

export type LoadedMove = LoadedBooking & { options: BookingOptions }

export function ConfirmStep({ loaded: { booking, options, now }, start }: { loaded: LoadedMove; start: string }) {
  const navigate = useNavigate()
  const [params] = useSearchParams()
  const { revalidate } = useRevalidator()
  const choose = useChooseTime()
  const { staffId, staff } = options
  const { send, isBusy, error } = useSend(() => {})
  const [requestedStart, setRequestedStart] = useState<string>()

  function move(agreedPrice: Booking['price']) {
    setRequestedStart(start)
    const body = { start, ...(staffId && { staffId }), agreedPrice }
    const request = callApi(rescheduleBooking, { params: { bookingId: booking.id }, body })
    void send(() => request.catch(readFreeStartsAgain).then(goOn))
  }
  /** Where more is to pay, the new time is only held until then. */
  const goOn = ({ heldMove }: Booking) => navigate(`/bookings/${booking.id}${heldMove ? '/pay' : '?moved'}`)
  function readFreeStartsAgain(failure: unknown): never {
    void revalidate()
    throw failure
  }
  function pickAnother() {
    const before = new URLSearchParams(params)
    before.delete('at')
    void navigate(`?${before.toString()}`)
  }
  const shownError = requestedStart === start ? error : undefined
  return (
    <MoveCheck
      booking={booking}
      start={start}
      staffName={staff.find(({ id }) => id === staffId)?.name}
      now={now}
      isMoving={isBusy}
      error={shownError}
      errorNotice={<ErrorNotice error={shownError} />}
      onMove={move}
      onChoose={choose}
      onBack={pickAnother}
    />
  )
}
