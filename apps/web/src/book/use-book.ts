import { useState } from 'react'
import { useNavigate, useRevalidator } from 'react-router'
import { trackAttempts } from '@buy-locals/api-client/attempt'
import { Refusal } from '@buy-locals/api-client/refusal'
import { book as bookOperation, openManageLink } from '@buy-locals/contracts/booking/operations'
import { fieldErrors } from '@buy-locals/features/messages/error-text'
import type { Id } from '@buy-locals/values/ids'
import { callApi } from '../api/call-api'
import { useSend } from '../api/use-send'
import type { BookingOptions } from './load-options'

type Details = { start: string; note: string; guest: { name: string; email: string; phone: string } | undefined }
export type Alternative = { start: string; staffIds?: string[] }

/** Takes the time. A guest's booking opens for them at once; what is to be paid now leads to the payment. */
export function useBook({ business, service, staffId, partySize }: BookingOptions) {
  const navigate = useNavigate()
  const { revalidate } = useRevalidator()
  const [attempts] = useState(trackAttempts)
  const { send, isBusy, error } = useSend(() => {})

  async function book({ start, note, guest }: Details) {
    const body = {
      businessId: business.id as Id<'business'>,
      serviceId: service.id as Id<'service'>,
      start,
      partySize,
      ...(staffId && { staffId: staffId as Id<'staff'> }),
      ...(note && { note }),
      ...(guest && { guest: { name: guest.name, email: guest.email, ...(guest.phone && { phone: guest.phone }) } }),
    }
    const booking = await callApi(bookOperation, { body }, { idempotencyKey: attempts.keyFor(body) }).catch(refused)
    const { id: bookingId, manageToken, status } = booking
    if (manageToken) await callApi(openManageLink, { params: { bookingId }, body: { token: manageToken } })
    await navigate(status === 'held' ? `/bookings/${bookingId}/pay` : `/bookings/${bookingId}?new`)
  }

  function refused(failure: unknown): never {
    attempts.failed(failure)
    if (isSlotTaken(failure)) void revalidate()
    throw failure
  }

  const alternatives = isSlotTaken(error) ? ((error.members['alternatives'] ?? []) as Alternative[]) : undefined
  return {
    book: (details: Details) => void send(() => book(details)),
    isBusy,
    error,
    alternatives,
    fieldErrors: fieldErrors(error),
  }
}

const isSlotTaken = (error: unknown): error is Refusal =>
  error instanceof Refusal && error.code === 'booking/slot-taken'
