import { useRef } from 'react'
import type { Api } from '@buy-locals/api-client/api'
import { book } from '@buy-locals/contracts/booking/operations'
import type { Body, Output } from '@buy-locals/contracts/operation'

type Booked = Output<typeof book>
type OpenLink = (bookingId: Booked['id'], token: string) => Promise<unknown>

/** Takes the time, once however often it is pressed, and opens a guest's booking here. Where that fails, pressing again repeats that alone. */
export function useBookOnce(callApi: Api, openLink: OpenLink) {
  const made = useRef<{ request: string; booking: Promise<Booked> }>(undefined)
  function forget(error: unknown): never {
    made.current = undefined
    throw error
  }
  return async (body: Body<typeof book>): Promise<Booked> => {
    const request = JSON.stringify(body)
    if (made.current?.request !== request) made.current = { request, booking: callApi(book, { body }).catch(forget) }
    const booking = await made.current.booking
    if (booking.manageToken) await openLink(booking.id, booking.manageToken)
    made.current = undefined
    return booking
  }
}
