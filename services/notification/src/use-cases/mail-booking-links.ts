import { newId } from '@buy-locals/values/ids'
import { scheduleMissing } from '@buy-locals/service-kit/jobs'
import { throttleKey } from '@buy-locals/service-kit/throttle'
import type { Deps } from '../deps.ts'
import { bookingLinksJob } from '../jobs.ts'
import * as guestLinks from '../persistence/guest-links.ts'
import { requestMails } from '../steps/request-mail.ts'

/** Whether there are bookings is looked up later, so that the answer says nothing of it, nor the time it takes. */
export async function requestBookingLinks({ db, clock }: Deps, email: string): Promise<void> {
  await scheduleMissing(db, bookingLinksJob, throttleKey('booking-links', email), clock(), { email })
}

const mostBookings = 10

/** One mail, with one link that opens all of them. */
export async function mailBookingLinks({ db, clock, linkSecret }: Deps, { email }: { email: string }): Promise<void> {
  const now = clock()
  const found = await guestLinks.findOfAddress(db, linkSecret, { email, now, limit: mostBookings })
  const [next] = found
  if (!next) return
  const opens = found.map(({ bookingId, token }) => `${bookingId}.${token}`).join('~')
  const about = { ...next.about, more: found.length - 1 }
  const request = { personId: next.personId, kind: 'booking-links', about, link: `/bookings#${opens}` }
  await db.transaction().execute((tx) => requestMails(tx, [{ eventId: newId('event'), at: now, request }]))
}
