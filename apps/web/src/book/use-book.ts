import { useRef, useState } from 'react'
import { useNavigate, useRevalidator } from 'react-router'
import { newIdempotencyKey } from '@buy-locals/api-client/api'
import { Refusal } from '@buy-locals/api-client/refusal'
import { book as bookOperation, openManageLink } from '@buy-locals/contracts/booking/operations'
import type { Id } from '@buy-locals/values/ids'
import { fieldErrors } from '@buy-locals/features/messages/error-text'
import { call } from '../api'
import type { Offered } from './load'

type Wish = { start: string; note: string; guest: { name: string; email: string; phone: string } | undefined }
export type Alternative = { start: string; staffIds?: string[] }

/** One intention has one key, however often it is pressed; another wish is another intention. */
export function useBook({ business, service, staffId, partySize }: Offered) {
  const navigate = useNavigate()
  const { revalidate } = useRevalidator()
  const intention = useRef({ of: '', key: '' })
  const [isBusy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()

  async function take({ start, note, guest }: Wish) {
    const body = {
      businessId: business.id as Id<'business'>,
      serviceId: service.id as Id<'service'>,
      start,
      partySize,
      ...(staffId && { staffId: staffId as Id<'staff'> }),
      ...(note && { note }),
      ...(guest && { guest: { name: guest.name, email: guest.email, ...(guest.phone && { phone: guest.phone }) } }),
    }
    const of = JSON.stringify(body)
    if (intention.current.of !== of) intention.current = { of, key: newIdempotencyKey() }
    const made = await call(bookOperation, { body }, { idempotencyKey: intention.current.key })
    if (made.manageToken) {
      await call(openManageLink, { params: { bookingId: made.id }, body: { token: made.manageToken } })
    }
    await navigate(made.status === 'held' ? `/bookings/${made.id}/pay` : `/bookings/${made.id}?new`)
  }

  async function book(wish: Wish) {
    setBusy(true)
    setError(undefined)
    await take(wish).catch((refused: unknown) => {
      setError(refused)
      if (refused instanceof Refusal && refused.code === 'booking/slot-taken') void revalidate()
      else if (refused instanceof Refusal && refused.status !== 503) intention.current = { of: '', key: '' }
    })
    setBusy(false)
  }

  const isTaken = error instanceof Refusal && error.code === 'booking/slot-taken'
  const alternatives = isTaken ? ((error.members['alternatives'] ?? []) as Alternative[]) : undefined
  return { book, isBusy, error, alternatives, fields: fieldErrors(error) }
}
