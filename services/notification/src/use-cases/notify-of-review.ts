import type { Transaction } from 'kysely'
import type { DataOf, Envelope } from '@buy-locals/contracts/event'
import type {
  reviewFlagDecided,
  reviewFlagged,
  reviewPublished,
  reviewReplied,
} from '@buy-locals/contracts/review/events'
import { isErased } from '@buy-locals/service-kit/erasure'
import type { Deps } from '../deps.ts'
import {
  notificationOfFlag,
  notificationOfReply,
  notificationOfReview,
  notificationsOfFlagDecision,
} from '../domain/notifications.ts'
import * as businesses from '../persistence/businesses.ts'
import type { Database } from '../persistence/database.ts'
import { notifyPeople } from '../steps/notify-people.ts'

/** A review is new once. A later version of it has a reply or has lost its text, and comes here only when it is replayed. */
export async function notifyOfReview(
  deps: Deps,
  tx: Transaction<Database>,
  event: Envelope<DataOf<typeof reviewPublished>>,
): Promise<void> {
  if (event.data.version > 1 || (await isErased<Database>(tx, event.data.consumerId))) return
  await notifyPeople(deps, tx, [{ event, notifications: [notificationOfReview(event.data)] }])
}

export async function notifyOfReply(
  deps: Deps,
  tx: Transaction<Database>,
  event: Envelope<DataOf<typeof reviewReplied>>,
): Promise<void> {
  const businessName = (await businesses.findName(tx, event.data.businessId)) ?? ''
  await notifyPeople(deps, tx, [{ event, notifications: [notificationOfReply(event.data, businessName)] }])
}

export async function notifyOfFlag(
  deps: Deps,
  tx: Transaction<Database>,
  event: Envelope<DataOf<typeof reviewFlagged>>,
): Promise<void> {
  const businessName = (await businesses.findName(tx, event.data.businessId)) ?? ''
  await notifyPeople(deps, tx, [{ event, notifications: [notificationOfFlag(event.data, businessName)] }])
}

export async function notifyOfFlagDecision(
  deps: Deps,
  tx: Transaction<Database>,
  event: Envelope<DataOf<typeof reviewFlagDecided>>,
): Promise<void> {
  const businessName = (await businesses.findName(tx, event.data.businessId)) ?? ''
  await notifyPeople(deps, tx, [{ event, notifications: notificationsOfFlagDecision(event.data, businessName) }])
}
