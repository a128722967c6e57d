import type { Transaction } from 'kysely'
import type { DataOf, Envelope } from '@buy-locals/contracts/event'
import type { paymentDisputed, paymentMovementRefused, paymentRefunded } from '@buy-locals/contracts/payment/events'
import type { Deps } from '../deps.ts'
import { notificationsOfDispute, notificationsOfRefund, notificationsOfRefusal } from '../domain/notifications.ts'
import * as businesses from '../persistence/businesses.ts'
import type { Database } from '../persistence/database.ts'
import { notifyPeople } from '../steps/notify-people.ts'

type Tx = Transaction<Database>

export async function notifyOfRefund(
  deps: Deps,
  tx: Tx,
  event: Envelope<DataOf<typeof paymentRefunded>>,
): Promise<void> {
  const businessName = (await businesses.findName(tx, event.data.businessId)) ?? ''
  await notifyPeople(deps, tx, [{ event, notifications: notificationsOfRefund(event.data, businessName) }])
}

/** Once for each state that a dispute takes, however often its money moves meanwhile. */
export async function notifyOfDispute(
  deps: Deps,
  tx: Tx,
  event: Envelope<DataOf<typeof paymentDisputed>>,
): Promise<void> {
  const { businessId, dispute } = event.data
  const businessName = (await businesses.findName(tx, businessId)) ?? ''
  const ofState = { ...event, subject: `${dispute.id}:${dispute.status}`, sequence: 1 }
  await notifyPeople(deps, tx, [{ event: ofState, notifications: notificationsOfDispute(event.data, businessName) }])
}

/** Once for each refund and transfer. */
export async function notifyOfRefusal(
  deps: Deps,
  tx: Tx,
  event: Envelope<DataOf<typeof paymentMovementRefused>>,
): Promise<void> {
  const { businessId, movement } = event.data
  const businessName = (await businesses.findName(tx, businessId)) ?? ''
  const ofMovement = { ...event, subject: `${movement.id}:refused`, sequence: 1 }
  await notifyPeople(deps, tx, [{ event: ofMovement, notifications: notificationsOfRefusal(event.data, businessName) }])
}
