import type { Transaction } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import { personChanged } from '@buy-locals/contracts/auth/events'
import { manageLinkIssued } from '@buy-locals/contracts/booking/events'
import { record } from '@buy-locals/service-kit/outbox'
import { newMailToken, toManageToken } from '@buy-locals/booking-access/manage-link'
import { hashSecret } from '@buy-locals/service-kit/secret'
import { newId } from '@buy-locals/values/ids'
import type { Booking } from '../domain/booking.ts'
import type { Database } from '../persistence/database.ts'
import * as people from '../persistence/people.ts'

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
export async function addGuest(
  tx: Transaction<Database>,
  now: Temporal.Instant,
  guest: Guest,
  { id: bookingId, businessId, isEnteredByBusiness, version }: Booking,
): Promise<void> {
  const { id: personId, name, email, locale, mailToken: token } = guest
  await people.insertGuest(tx, guest)
  if (email === undefined || token === undefined) return
  const person = { id: personId, kind: 'guest' as const, name, email, emailVerified: false, locale, version: 1 }
  await record(tx, now, personChanged, personId, 1, person)
  await record(tx, now, manageLinkIssued, bookingId, version, {
    bookingId,
    personId,
    businessId,
    isEnteredByBusiness,
    token,
    version,
  })
}
