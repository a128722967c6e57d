import type { Transaction } from 'kysely'
import type { listingReported } from '@buy-locals/contracts/business/events'
import type { DataOf, Envelope } from '@buy-locals/contracts/event'
import type { Deps } from '../deps.ts'
import { notificationOfListingReport } from '../domain/notifications.ts'
import type { Database } from '../persistence/database.ts'
import { notifyPeople } from '../steps/notify-people.ts'

export const notifyOfListingReport = (
  deps: Deps,
  tx: Transaction<Database>,
  event: Envelope<DataOf<typeof listingReported>>,
): Promise<void> => notifyPeople(deps, tx, [{ event, notifications: [notificationOfListingReport(event.data)] }])
