import { Problem } from '@buy-locals/contracts/problem'

/** The same words whether it is somebody else's or does not exist. */
export const noBooking = (bookingId: string) => new Problem('not-found', `There is no booking ${bookingId}`)
