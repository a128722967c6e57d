import { verifyManageToken } from '@buy-locals/booking-access/manage-link'
import { consumeFrom } from '@buy-locals/service-kit/throttle'
import type { Id } from '@buy-locals/values/ids'
import type { Deps } from '../deps.ts'
import { notFound } from '../domain/not-found.ts'
import * as bookings from '../persistence/booking-repository.ts'

type Command = { bookingId: Id<'booking'>; token: string; ip: string }

/** Throttled by address, so that nobody tries tokens until one fits. */
export async function openManageLink(
  { db, throttle, settings }: Deps,
  { bookingId, token, ip }: Command,
): Promise<void> {
  await consumeFrom(throttle, 'manage-link', ip, settings.links)
  const booking = await bookings.find(db, bookingId)
  if (!verifyManageToken(token, booking.manageTokenHash)) throw notFound('booking', bookingId)
}
