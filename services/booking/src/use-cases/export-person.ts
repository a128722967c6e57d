import { exportLimit, type PersonExport } from '@buy-locals/service-kit/export'
import type { Id } from '@buy-locals/values/ids'
import type { Deps } from '../deps.ts'
import { toBookingData } from '../domain/booking-data.ts'
import * as lists from '../persistence/booking-lists.ts'
import * as people from '../persistence/people.ts'

/** Who serves a booking, and where it was requested from, are not the person's. */
export async function exportPerson(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  personId: Id<'person'>,
): Promise<PersonExport> {
  const { items } = await lists.ofConsumer(db, personId, clock(), exportLimit)
  return {
    contact: await people.listContactsOf(db, personId),
    bookings: items.map(({ staffId: _, staffName: __, manageTokenHash: ___, ...booking }) => toBookingData(booking)),
  }
}
