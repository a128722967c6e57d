import type { Transaction } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import { personChanged } from '@buy-locals/contracts/auth/events'
import { bookingChanged } from '@buy-locals/contracts/booking/events'
import { Problem } from '@buy-locals/contracts/problem'
import { record } from '@buy-locals/service-kit/outbox'
import type { Id } from '@buy-locals/values/ids'
import type { Deps } from '../deps.ts'
import { correct, type Booking, type Correction } from '../domain/booking.ts'
import { refuseStale } from '../domain/service-rules.ts'
import { noName, type Customer } from '../persistence/booking-lists.ts'
import * as customers from '../persistence/customers.ts'
import type { Database } from '../persistence/database.ts'
import * as people from '../persistence/people.ts'
import { lockBooking } from '../steps/lock-booking.ts'
import { saveChange } from '../steps/save-change.ts'

type Tx = Transaction<Database>
type Contact = { name?: string | undefined; phone?: string | null | undefined }
type Command = Correction & {
  bookingId: Id<'booking'>
  actorId: Id<'person'>
  customer?: Contact | undefined
  readVersion: number | undefined
}

export async function changeBooking(
  { db, clock }: Deps,
  { bookingId, actorId, customer, readVersion, ...correction }: Command,
): Promise<{ booking: Booking; customer: Customer }> {
  const now = clock()
  return db.transaction().execute(async (tx) => {
    const { booking } = await lockBooking(tx, bookingId, { actor: { id: actorId } }, 'member')
    if (readVersion !== undefined) refuseStale(booking, readVersion)
    const corrected = correct(booking, correction)
    if (customer) await changeGuest(tx, now, booking, customer)
    await saveChange(tx, now, booking, corrected, bookingChanged, actorId)
    const contact = (await people.findContact(tx, booking.consumerId)) ?? { name: noName }
    return { booking: corrected, customer: { ...contact, hasAccount: !booking.isGuest } }
  })
}

/** A guest is of this booking alone, so the contact is the booking's. */
async function changeGuest(tx: Tx, now: Temporal.Instant, booking: Booking, { name, phone }: Contact): Promise<void> {
  if (!booking.isGuest)
    throw new Problem('forbidden', 'The customer changes this in their account', { rule: 'account' })
  const guest = await people.changeGuest(tx, booking.consumerId, {
    ...(name && { name }),
    ...(phone !== undefined && { phone }),
  })
  await customers.refresh(tx, booking.consumerId)
  if (!guest?.email) return // nobody else keeps a guest who has no mail address
  const { id, email, locale, version } = guest
  const person = { id, kind: 'guest' as const, name: guest.name, email, emailVerified: false, locale, version }
  await record(tx, now, personChanged, id, version, person)
}
