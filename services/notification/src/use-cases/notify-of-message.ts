import type { Transaction } from 'kysely'
import type { sessionMessageSent } from '@buy-locals/contracts/booking/events'
import type { DataOf, Envelope } from '@buy-locals/contracts/event'
import type { Deps } from '../deps.ts'
import { notificationOfMessage } from '../domain/notifications.ts'
import * as businesses from '../persistence/businesses.ts'
import type { Database } from '../persistence/database.ts'
import { notifyPeople } from '../steps/notify-people.ts'

export async function notifyOfMessage(
  deps: Deps,
  tx: Transaction<Database>,
  event: Envelope<DataOf<typeof sessionMessageSent>>,
): Promise<void> {
  const { venue, businessId } = event.data
  const business = venue?.name ?? (await businesses.findName(tx, businessId)) ?? ''
  await notifyPeople(deps, tx, [{ event, notifications: [notificationOfMessage(event.data, business)] }])
}
