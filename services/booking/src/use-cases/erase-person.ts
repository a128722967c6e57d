import { personErased } from '@buy-locals/contracts/auth/events'
import { eraseAuditReasons, type ErasedPerson } from '@buy-locals/service-kit/erasure'
import { record } from '@buy-locals/service-kit/outbox'
import type { Id } from '@buy-locals/values/ids'
import type { Deps } from '../deps.ts'
import { cancel, isUpcoming } from '../domain/booking.ts'
import * as bookings from '../persistence/booking-repository.ts'
import * as customers from '../persistence/customers.ts'
import * as erasure from '../persistence/erasure.ts'
import * as people from '../persistence/people.ts'
import * as threads from '../persistence/thread-repository.ts'
import { saveCancelled } from '../steps/save-cancelled.ts'

/** What is still to come is cancelled under its policy, as if the person had. Bookings stay without what somebody wrote in them or about them, and the guests with the person's verified address go too. */
export async function erasePerson(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  { personId, keepReviews }: ErasedPerson,
): Promise<void> {
  const now = clock()
  for (const bookingId of await erasure.findUpcoming(db, personId, now)) await cancelUpcoming({ db, clock }, bookingId)
  await db.transaction().execute(async (tx) => {
    for (const { id, version } of await people.findGuestsOf(tx, personId))
      await record(tx, now, personErased, id, version + 1, { personId: id, keepReviews, version: version + 1 })
    await threads.removeOfConsumer(tx, personId)
    await eraseAuditReasons(tx, await erasure.eraseTexts(tx, personId))
    await erasure.unlinkStaff(tx, personId)
    await customers.forget(tx, personId)
    await people.remove(tx, personId)
  })
}

/** Each in a transaction of its own, because one takes the locks of one business at a time. */
async function cancelUpcoming({ db, clock }: Pick<Deps, 'db' | 'clock'>, bookingId: Id<'booking'>): Promise<void> {
  const now = clock()
  await db.transaction().execute(async (tx) => {
    const booking = await bookings.lock(tx, bookingId)
    if (!isUpcoming(booking, now)) return
    await saveCancelled(tx, now, booking, cancel(booking, 'consumer', undefined, now), personErased.type)
  })
}
