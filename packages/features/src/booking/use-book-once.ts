import { useRef } from 'react'
import type { Api } from '@buy-locals/api-client/api'
import { book } from '@buy-locals/contracts/booking/operations'
import type { Body, Output } from '@buy-locals/contracts/operation'

type Booked = Output<typeof book>
type OpenLink = (bookingId: Booked['id'], token: string) => Promise<unknown>

/** Takes the time, and opens a guest's booking here. Where that fails, pressing again repeats that alone. */
export function useBookOnce(callApi: Api, openLink: OpenLink) {
  const made = useRef<{ request: string; booking: Booked }>(undefined)
  return async (body: Body<typeof book>): Promise<Booked> => {
    const request = JSON.stringify(body)
    if (made.current?.request !== request) made.current = { request, booking: await callApi(book, { body }) }
    const { booking } = made.current
    if (booking.manageToken) await openLink(booking.id, booking.manageToken)
    made.current = undefined
    return booking
  }
}
