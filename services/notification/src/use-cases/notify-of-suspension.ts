import type { Transaction } from 'kysely'
import type { businessSuspended } from '@buy-locals/contracts/business/events'
import type { DataOf, Envelope } from '@buy-locals/contracts/event'
import type { Deps } from '../deps.ts'
import { notificationOfSuspension } from '../domain/notifications.ts'
import type { Database } from '../persistence/database.ts'
import { notifyPeople } from '../steps/notify-people.ts'

export const notifyOfSuspension = (
  deps: Deps,
  tx: Transaction<Database>,
  event: Envelope<DataOf<typeof businessSuspended>>,
): Promise<void> => notifyPeople(deps, tx, [{ event, notifications: [notificationOfSuspension(event.data)] }])
