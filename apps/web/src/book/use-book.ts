import { useState } from 'react'
import { useNavigate, useRevalidator } from 'react-router'
import { openManageLink } from '@buy-locals/contracts/booking/operations'
import {
  alternativesOf,
  bookingRequest,
  ownBookingOf,
  type BookingDetails,
} from '@buy-locals/features/booking/booking-request'
import { useBookOnce } from '@buy-locals/features/booking/use-book-once'
import { useFieldErrors } from '@buy-locals/features/messages/use-error-text'
import { callApi } from '../api/call-api'
import { useSend } from '../api/use-send'
import type { BookingOptions } from './load-options'

/** Takes the time. A guest's booking opens for them at once; what is to be paid now leads to the payment. */
export function useBook(options: BookingOptions) {
  const navigate = useNavigate()
  const fieldErrors = useFieldErrors()
  const { revalidate } = useRevalidator()
  const { send, isBusy, error } = useSend(() => {})
  const [requested, setRequested] = useState<BookingDetails>()
  const bookOnce = useBookOnce(callApi, (bookingId, token) =>
    callApi(openManageLink, { params: { bookingId }, body: { token } }),
  )

  async function book(details: BookingDetails) {
    const { id: bookingId, status } = await bookOnce(bookingRequest(options, details)).catch(refused)
    await navigate(status === 'held' ? `/bookings/${bookingId}/pay` : `/bookings/${bookingId}?new`)
  }

  function refused(failure: unknown): never {
    if (alternativesOf(failure)) void revalidate()
    throw failure
  }
  function start(details: BookingDetails) {
    setRequested(details)
    void send(() => book(details))
  }
  return {
    book: start,
    bookBoth: () => requested && start({ ...requested, allowsOverlap: true }),
    /** What was requested last. */
    requestedStart: requested?.start,
    ownBooking: ownBookingOf(error),
    isBusy,
    error,
    alternatives: alternativesOf(error),
    fieldErrors: fieldErrors(error),
  }
}
