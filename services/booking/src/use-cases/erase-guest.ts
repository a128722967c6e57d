import { isFromMail } from '@buy-locals/booking-access/manage-link'
import { relationTo, requireRelation, type Requester } from '@buy-locals/booking-access/relation'
import { personErased } from '@buy-locals/contracts/auth/events'
import { Problem } from '@buy-locals/contracts/problem'
import { audit } from '@buy-locals/service-kit/audit'
import { isErased, markErased } from '@buy-locals/service-kit/erasure'
import { record } from '@buy-locals/service-kit/outbox'
import type { Id } from '@buy-locals/values/ids'
import type { Deps } from '../deps.ts'
import { notFound } from '../domain/not-found.ts'
import * as bookings from '../persistence/booking-repository.ts'
import type { Database } from '../persistence/database.ts'
import * as people from '../persistence/people.ts'

type Command = { bookingId: Id<'booking'>; requester: Requester; keepReviews: boolean }

/** Only the link of a mail proves that the address is theirs, as a password proves an account; it proves one booking, and so it erases the guest of that one. */
export async function eraseGuest({ db, clock }: Deps, { bookingId, requester, keepReviews }: Command): Promise<void> {
  const now = clock()
  await db.transaction().execute(async (tx) => {
    const booking = await bookings.lock(tx, bookingId)
    requireRelation(await relationTo(tx, requester, booking), notFound('booking', bookingId), 'booker')
    if (!booking.isGuest)
      throw new Problem('forbidden', 'The booking belongs to an account: delete the account', { rule: 'account' })
    const manageTokenHash = booking.manageTokenHash ?? null
    if (!requester.caller || !isFromMail(requester.caller, { id: bookingId, manageTokenHash }))
      throw new Problem('forbidden', 'Open the booking from the mail about it', { rule: 'mail-link' })
    const { consumerId: personId } = booking
    if (await isErased<Database>(tx, personId)) return
    const version = (await people.findVersion(tx, personId)) + 1
    const erased = { personId, keepReviews, version }
    await markErased(tx, now, erased)
    await record(tx, now, personErased, personId, version, erased)
    await audit(tx, now, { actor: personId, action: 'person.erased', subject: personId })
  })
}
