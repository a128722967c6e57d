import type { Transaction } from 'kysely'
import type { bookingConfirmed } from '@buy-locals/contracts/booking/events'
import type { DataOf, Envelope } from '@buy-locals/contracts/event'
import type { Deps } from '../deps.ts'
import { notificationsOfBooking } from '../domain/notifications.ts'
import * as businesses from '../persistence/businesses.ts'
import type { Database } from '../persistence/database.ts'
import { notifyPeople } from '../steps/notify-people.ts'

/** A booking is notified of once for each of its versions, and no more when it has left that status. */
export async function notifyOfBookings(
  deps: Deps,
  tx: Transaction<Database>,
  events: readonly Envelope<DataOf<typeof bookingConfirmed>>[],
): Promise<void> {
  const withoutVenue = events.filter(({ data }) => data.venue === undefined)
  const names = await businesses.findNames(
    tx,
    withoutVenue.map(({ data }) => data.businessId),
  )
  const announcements = events.map((event) => ({
    event,
    notifications: notificationsOfBooking(event, names.get(event.data.businessId) ?? ''),
    state: event.data.status,
  }))
  await notifyPeople(deps, tx, announcements)
}
