import type { Transaction } from 'kysely'
import type { personChanged } from '@buy-locals/contracts/auth/events'
import { bookingClaimed } from '@buy-locals/contracts/booking/events'
import type { DataOf, Envelope } from '@buy-locals/contracts/event'
import type { Deps } from '../deps.ts'
import { claim } from '../domain/booking.ts'
import * as bookings from '../persistence/booking-repository.ts'
import * as customers from '../persistence/customers.ts'
import type { Database } from '../persistence/database.ts'
import * as people from '../persistence/people.ts'
import { saveChange } from '../steps/save-change.ts'

/** Whoever has verified a mail address gets what was booked with it as a guest, and businesses know them as one customer. */
export async function claimGuestBookings(
  { clock }: Pick<Deps, 'clock'>,
  tx: Transaction<Database>,
  event: Envelope<DataOf<typeof personChanged>>,
): Promise<void> {
  const { id, kind, email, emailVerified } = event.data
  const isNews = await people.project(tx, event)
  if (!isNews) return
  const now = clock()
  const claimed = kind === 'account' && emailVerified ? await bookings.lockOfGuest(tx, email) : []
  for (const booking of claimed) await saveChange(tx, now, booking, claim(booking, id), bookingClaimed, id)
  await customers.refresh(tx, id)
}
