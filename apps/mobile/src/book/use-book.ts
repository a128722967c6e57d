import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useApi } from '@buy-locals/client/api-context'
import type { Booking } from '@buy-locals/contracts/booking/shapes'
import {
  alternativesOf,
  bookingRequest,
  ownBookingOf,
  type BookingDetails,
} from '@buy-locals/features/booking/booking-request'
import type { BookingOptions } from '@buy-locals/features/booking/load-options'
import { useBookOnce } from '@buy-locals/features/booking/use-book-once'
import { useFieldErrors } from '@buy-locals/features/messages/use-error-text'
import { addManageLink } from '../bookings/manage-links'
import { readBookingsAgain } from '../bookings/read-bookings-again'
import { bookingOptions } from './use-booking-options'

/** Takes the time. A guest's booking stays open on this device. */
export function useBook(options: BookingOptions, onBooked: (booking: Booking) => void) {
  const callApi = useApi()
  const fieldErrors = useFieldErrors()
  const queryClient = useQueryClient()
  const bookOnce = useBookOnce(callApi, (bookingId, token) => addManageLink(callApi, bookingId, token))
  const [requested, setRequested] = useState<BookingDetails>()
  const reload = () => void queryClient.invalidateQueries({ queryKey: [bookingOptions] })
  const { mutate, isPending, error } = useMutation({
    mutationFn: (details: BookingDetails) => bookOnce(bookingRequest(options, details)),
    onMutate: setRequested,
    onSuccess: (booking) => {
      readBookingsAgain(queryClient)
      onBooked(booking)
    },
    onError: (failure) => {
      if (alternativesOf(failure)) reload()
    },
  })
  return {
    book: mutate,
    bookBoth: () => requested && mutate({ ...requested, allowsOverlap: true }),
    /** Of the time that was requested last. */
    alternativesFor: (start: string) => (requested?.start === start ? alternativesOf(error) : undefined),
    isTaken: alternativesOf(error) !== undefined,
    ownBooking: ownBookingOf(error),
    reload,
    isBusy: isPending,
    error,
    fieldErrors: fieldErrors(error),
  }
}
