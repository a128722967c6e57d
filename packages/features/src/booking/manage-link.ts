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
