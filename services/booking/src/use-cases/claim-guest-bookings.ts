import type { Transaction } from 'kysely'
import { bookingClaimed } from '@buy-locals/contracts/booking/events'
import type { personChanged } from '@buy-locals/contracts/auth/events'
import type { DataOf, Envelope } from '@buy-locals/contracts/event'
import type { Deps } from '../deps.ts'
import { claim } from '../domain/booking.ts'
import * as bookings from '../persistence/booking-repository.ts'
import * as changes from '../persistence/changes.ts'
import type { Database } from '../persistence/database.ts'
import * as people from '../persistence/people.ts'

/** Whoever has shown that an address is theirs gets what was booked with it as a guest. */
export async function claimGuestBookings(
  { clock }: Pick<Deps, 'clock'>,
  tx: Transaction<Database>,
  event: Envelope<DataOf<typeof personChanged>>,
): Promise<void> {
  const { id, kind, email, emailVerified } = event.data
  if (kind === 'guest') return // said by ourselves
  const isNews = await people.project(tx, event)
  if (!isNews || kind !== 'account' || !emailVerified) return
  const now = clock()
  for (const booking of await bookings.lockOfGuests(tx, email)) {
    await changes.keep(tx, now, booking, claim(booking, id), bookingClaimed, id)
  }
}
