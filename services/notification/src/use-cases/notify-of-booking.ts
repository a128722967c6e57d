import type { Transaction } from 'kysely'
import type { bookingConfirmed } from '@buy-locals/contracts/booking/events'
import type { DataOf, Envelope } from '@buy-locals/contracts/event'
import type { Deps } from '../deps.ts'
import { notificationsOfBooking } from '../domain/notifications.ts'
import * as businesses from '../persistence/businesses.ts'
import type { Database } from '../persistence/database.ts'
import { notifyPeople } from '../steps/notify-people.ts'

/** A booking is notified of once for each of its versions, and no more when it has left that status. */
export async function notifyOfBooking(
  deps: Deps,
  tx: Transaction<Database>,
  event: Envelope<DataOf<typeof bookingConfirmed>>,
): Promise<void> {
  const businessName = (await businesses.findName(tx, event.data.businessId)) ?? ''
  await notifyPeople(deps, tx, event, notificationsOfBooking(event, businessName), event.data.status)
}
