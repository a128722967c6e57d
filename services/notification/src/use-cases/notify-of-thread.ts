import type { Transaction } from 'kysely'
import type {
  messageReportDecided,
  messageReported,
  messageSent,
  messagesRead,
} from '@buy-locals/contracts/booking/events'
import type { DataOf, Envelope } from '@buy-locals/contracts/event'
import type { Deps } from '../deps.ts'
import {
  kindOfReader,
  notificationOfReport,
  notificationsOfMessage,
  notificationsOfReportDecision,
} from '../domain/thread-notifications.ts'
import * as businesses from '../persistence/businesses.ts'
import type { Database } from '../persistence/database.ts'
import * as inbox from '../persistence/notifications.ts'
import { claimVersions } from '../steps/claim-versions.ts'
import { notifyPeople } from '../steps/notify-people.ts'

type Tx = Transaction<Database>

/** Mail, SMS and push wait a little: what is read by then needs none. */
export async function notifyOfSentMessage(
  deps: Deps,
  tx: Tx,
  event: Envelope<DataOf<typeof messageSent>>,
): Promise<void> {
  const business = await findBusinessName(tx, event.data)
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

export async function notifyOfReport(
  deps: Deps,
  tx: Tx,
  event: Envelope<DataOf<typeof messageReported>>,
): Promise<void> {
  const business = await findBusinessName(tx, event.data)
  await notifyPeople(deps, tx, [
    { event, notifications: [notificationOfReport(event.data, { at: event.at, business })] },
  ])
}

export async function notifyOfReportDecision(
  deps: Deps,
  tx: Tx,
  event: Envelope<DataOf<typeof messageReportDecided>>,
): Promise<void> {
  const business = await findBusinessName(tx, event.data)
  await notifyPeople(deps, tx, [{ event, notifications: notificationsOfReportDecision(event.data, business) }])
}

/** As it was when the booking was made. */
const findBusinessName = async (
  tx: Tx,
  { venue, businessId }: Pick<DataOf<typeof messageSent>, 'venue' | 'businessId'>,
): Promise<string> => venue?.name ?? (await businesses.findName(tx, businessId)) ?? ''
