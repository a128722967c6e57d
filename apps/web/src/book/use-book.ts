import { useRef, useState } from 'react'
import { useNavigate, useRevalidator } from 'react-router'
import { Refusal } from '@buy-locals/api-client/refusal'
import { book as bookOperation, openManageLink } from '@buy-locals/contracts/booking/operations'
import type { Output } from '@buy-locals/contracts/operation'
import type { ProblemCode } from '@buy-locals/contracts/problem'
import { fieldErrors } from '@buy-locals/features/messages/error-text'
import type { Id } from '@buy-locals/values/ids'
import { callApi } from '../api/call-api'
import { useSend } from '../api/use-send'
import type { BookingOptions } from './load-options'
import type { OwnBooking } from './own-bookings-notice'

type Details = {
  start: string
  note: string
  guest: { name: string; email: string; phone: string } | undefined
  /** A second visit at the time of another one is meant. */
  allowsOverlap?: boolean
}
export type Alternative = { start: string; staffIds?: string[] }

/** Takes the time. A guest's booking opens for them at once; what is to be paid now leads to the payment. */
export function useBook({ business, service, staffId, partySize }: BookingOptions) {
  const navigate = useNavigate()
  const { revalidate } = useRevalidator()
  const { send, isBusy, error } = useSend(() => {})
  const [requested, setRequested] = useState<Details>()
  const made = useRef<{ request: string; booking: Output<typeof bookOperation> }>(undefined)

  async function book({ start, note, guest, allowsOverlap }: Details) {
    const body = {
      businessId: business.id as Id<'business'>,
      serviceId: service.id as Id<'service'>,
      start,
      partySize,
      ...(staffId && { staffId: staffId as Id<'staff'> }),
      ...(note && { note }),
      ...(allowsOverlap ? { allowOverlap: true } : { replaceHolds: true }),
      ...(guest && { guest: { name: guest.name, email: guest.email, ...(guest.phone && { phone: guest.phone }) } }),
    }
    const request = JSON.stringify(body)
    // Where what follows fails, pressing again repeats that alone.
    if (made.current?.request !== request) {
      made.current = { request, booking: await callApi(bookOperation, { body }).catch(refused) }
    }
    const { booking } = made.current
    const { id: bookingId, manageToken, status } = booking
    if (manageToken) await callApi(openManageLink, { params: { bookingId }, body: { token: manageToken } })
    await navigate(status === 'held' ? `/bookings/${bookingId}/pay` : `/bookings/${bookingId}?new`)
  }

  function refused(failure: unknown): never {
    if (isRefused(failure, 'booking/slot-taken')) void revalidate()
    throw failure
  }

  const alternatives = isRefused(error, 'booking/slot-taken')
    ? ((error.members['alternatives'] ?? []) as Alternative[])
    : undefined
  const ownBooking = isRefused(error, 'booking/already-booked')
    ? ((error.members['bookings'] ?? []) as OwnBooking[])[0]
    : undefined
  function start(details: Details) {
    setRequested(details)
    void send(() => book(details))
  }
  return {
    book: start,
    bookBoth: () => requested && start({ ...requested, allowsOverlap: true }),
    /** What was requested last. */
    requestedStart: requested?.start,
    ownBooking,
    isBusy,
    error,
    alternatives,
    fieldErrors: fieldErrors(error),
  }
}

const isRefused = (error: unknown, code: ProblemCode): error is Refusal =>
  error instanceof Refusal && error.code === code
