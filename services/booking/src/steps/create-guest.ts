import { personChanged } from '@buy-locals/contracts/auth/events'
import { manageLinkIssued } from '@buy-locals/contracts/booking/events'
import { toEventRow } from '@buy-locals/service-kit/outbox'
import { newMailToken, toManageToken } from '@buy-locals/booking-access/manage-link'
import { hashSecret } from '@buy-locals/service-kit/secret'
import { newId } from '@buy-locals/values/ids'
import type { Booking } from '../domain/booking.ts'
import type * as people from '../persistence/people.ts'

export type Guest = people.Guest & { mailToken: string | undefined; manageToken: string | undefined }

/** A guest who leaves a mail address gets a link to manage the booking. */
export function createGuest(contact: Omit<people.Guest, 'id' | 'locale'>, locale: string): Guest {
  const mailToken = contact.email === undefined ? undefined : newMailToken()
  return { ...contact, id: newId('person'), locale, mailToken, manageToken: mailToken && toManageToken(mailToken) }
}

export const toBooker = ({ id, manageToken }: Guest) => ({
  consumerId: id,
  isGuest: true,
  manageTokenHash: manageToken && hashSecret(manageToken),
})

/** Contact data leaves in `person.changed.v1` alone, and the mail token in `booking.manage-link-issued.v1` alone. */
export function toGuestEvents(
  { id: personId, name, email, locale, mailToken: token }: Guest,
  { id: bookingId, businessId, isEnteredByBusiness, version }: Booking,
): ReturnType<typeof toEventRow>[] {
  if (email === undefined || token === undefined) return []
  const person = { id: personId, kind: 'guest' as const, name, email, emailVerified: false, locale, version: 1 }
  const link = { bookingId, personId, businessId, isEnteredByBusiness, token, version }
  return [toEventRow(personChanged, personId, 1, person), toEventRow(manageLinkIssued, bookingId, version, link)]
}
