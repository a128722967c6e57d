import type { Transaction } from 'kysely'
import type { businessDecided, businessSuspended } from '@buy-locals/contracts/business/events'
import type { DataOf, Envelope } from '@buy-locals/contracts/event'
import type { Deps } from '../deps.ts'
import { notificationOfDecision, notificationOfSuspension } from '../domain/notifications.ts'
import type { Database } from '../persistence/database.ts'
import { notifyPeople } from '../steps/notify-people.ts'

export const notifyOfSuspension = (
  deps: Deps,
  tx: Transaction<Database>,
  event: Envelope<DataOf<typeof businessSuspended>>,
): Promise<void> => notifyPeople(deps, tx, [{ event, notifications: [notificationOfSuspension(event.data)] }])

/** Of its publication, or of what it wanted to change. */
export const notifyOfDecision = (
  deps: Deps,
  tx: Transaction<Database>,
  event: Envelope<DataOf<typeof businessDecided>>,
): Promise<void> => {
  const ofDecision = { ...event, subject: `${event.subject}:decision` } // its version has another event too
  return notifyPeople(deps, tx, [{ event: ofDecision, notifications: [notificationOfDecision(event.data)] }])
}
