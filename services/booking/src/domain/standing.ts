import { Problem } from '@buy-locals/contracts/problem'

/** What somebody is to a booking. */
export type Standing = { isBooker: boolean; isMember: boolean; isOperator: boolean }

type Part = 'booker' | 'member' | 'operator'

/** Foreign bookings do not exist; of one's own, it is said that the role does not suffice. */
export function requirePart({ isBooker, isMember, isOperator }: Standing, bookingId: string, ...parts: Part[]): void {
  const has = { booker: isBooker, member: isMember, operator: isOperator }
  if (parts.some((part) => has[part])) return
  if (isBooker || isMember || isOperator) throw new Problem('forbidden', 'This is not for you to do')
  throw noBooking(bookingId)
}

/** The same words whether it is somebody else's or does not exist. */
export const noBooking = (bookingId: string) => new Problem('not-found', `There is no booking ${bookingId}`)
