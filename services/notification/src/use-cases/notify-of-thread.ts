import type { Transaction } from 'kysely'
import type { messageSent, messagesRead } from '@buy-locals/contracts/booking/events'
import type { DataOf, Envelope } from '@buy-locals/contracts/event'
import type { Deps } from '../deps.ts'
import { kindOfReader, notificationsOfMessage } from '../domain/thread-notifications.ts'
import * as businesses from '../persistence/businesses.ts'
import type { Database } from '../persistence/database.ts'
import * as inbox from '../persistence/notifications.ts'
import { claimVersions } from '../steps/claim-versions.ts'
import { notifyPeople } from '../steps/notify-people.ts'

type Tx = Transaction<Database>

/** Mail and SMS wait a little: what is read by then needs neither. */
export async function notifyOfSentMessage(
  deps: Deps,
  tx: Tx,
  event: Envelope<DataOf<typeof messageSent>>,
): Promise<void> {
  const { venue, businessId } = event.data
  const business = venue?.name ?? (await businesses.findName(tx, businessId)) ?? ''
  const notifications = notificationsOfMessage(event.data, { at: event.at, business })
  await notifyPeople(deps, tx, [{ event, notifications, state: 'unread' }])
}

/** One of a business who reads it reads it for all of them. */
export async function endUnread(
  { clock }: Pick<Deps, 'clock'>,
  tx: Tx,
  event: Envelope<DataOf<typeof messagesRead>>,
): Promise<void> {
  const [isNewest] = await claimVersions(tx, [{ event, state: 'read' }])
  if (!isNewest) return
  const { id: bookingId, readBy } = event.data
  await inbox.markReadOf(tx, { bookingId, kind: kindOfReader[readBy] }, clock())
}
