import { isHidden } from '@buy-locals/api-client/refusal'
import type { Booking } from '@buy-locals/contracts/booking/shapes'

type BookingId = Booking['id']

const isOfSeveral = (fragment: string) => fragment.startsWith('bkg_')

/** A guest's link brings its token behind the #, which no server log sees. Undefined where there is none. */
export const tokenOfLink = (fragment: string): string | undefined =>
  fragment.length >= 20 && !isOfSeveral(fragment) ? fragment : undefined

/** As many as a browser keeps in its cookie. */
const maxLinks = 20

/** A mail to whoever looks for their bookings brings the tokens of several: `<bookingId>.<token>~…`. */
export const linksOfList = (fragment: string): [BookingId, string][] =>
  isOfSeveral(fragment)
    ? fragment
        .split('~')
        .slice(0, maxLinks)
        .map((entry) => {
          const [bookingId, token = ''] = entry.split('.')
          return [bookingId as BookingId, token]
        })
    : []

type Link = readonly [bookingId: BookingId, token: string]

/** One after the other, because the cookie of a browser grows with each response. Those that are refused come back, and keep no other from being opened. */
export async function openLinks(
  links: readonly Link[],
  open: (bookingId: BookingId, token: string) => Promise<unknown>,
): Promise<BookingId[]> {
  const refused: BookingId[] = []
  for (const [bookingId, token] of links) {
    await open(bookingId, token).catch((error: unknown) => {
      if (!isHidden(error)) throw error
      refused.push(bookingId)
    })
  }
  return refused
}
