import { exportLimit, type PersonExport } from '@buy-locals/service-kit/export'
import { readAll } from '@buy-locals/service-kit/read-all'
import { toSecond } from '@buy-locals/values/time'
import type { Id } from '@buy-locals/values/ids'
import type { Deps } from '../deps.ts'
import type { Booking } from '../domain/booking.ts'
import { toBookingData } from '../domain/booking-data.ts'
import * as lists from '../persistence/booking-lists.ts'
import { listNotesAbout } from '../persistence/customer-lists.ts'
import * as people from '../persistence/people.ts'
import * as threads from '../persistence/thread-repository.ts'

type Position = Parameters<typeof threads.listOfConsumer>[3]

/** Who serves a booking, and where it was requested from, are not the person's. */
export async function exportPerson(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  personId: Id<'person'>,
): Promise<PersonExport> {
  const now = clock()
  const bookings = await readAll(async (after: lists.Position | undefined, limit) => {
    const { items, next } = await lists.ofConsumer(db, personId, now, limit, after)
    return { items: items.map(toExported), next }
  }, exportLimit)
  return {
    contact: await people.listContactsOf(db, personId),
    bookings,
    messages: await readAll(async (after: Position | undefined, limit) => {
      const found = await threads.listOfConsumer(db, personId, limit, after)
      const items = found.map(({ number: _, sentAt, ...message }) => ({ ...message, sentAt: toSecond(sentAt) }))
      return { items, next: found.length < limit ? undefined : found.at(-1) }
    }, exportLimit),
    customerNotes: await listNotesAbout(db, personId),
  }
}

const toExported = ({ staffId: _, staffName: __, manageTokenHash: ___, ...booking }: Booking) => toBookingData(booking)
