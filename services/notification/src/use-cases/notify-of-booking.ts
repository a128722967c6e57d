import type { Transaction } from 'kysely'
import { Temporal } from 'temporal-polyfill'
import type { bookingConfirmed } from '@buy-locals/contracts/booking/events'
import type { DataOf, Envelope } from '@buy-locals/contracts/event'
import { findErased } from '@buy-locals/service-kit/erasure'
import type { Deps } from '../deps.ts'
import { stateOfComplaint } from '../domain/complaint-notifications.ts'
import { aboutVisit, notificationsOfBooking } from '../domain/notifications.ts'
import * as businesses from '../persistence/businesses.ts'
import type { Database } from '../persistence/database.ts'
import * as visits from '../persistence/visits.ts'
import { notifyPeople } from '../steps/notify-people.ts'
import { scheduleReminders } from '../steps/schedule-reminders.ts'

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
  /** Of a complaint operators read whatever becomes of the visit meanwhile, so its versions are apart. */
  const complaints = events.flatMap((event) => {
    const complaint = stateOfComplaint(event, names.get(event.data.businessId) ?? '')
    return complaint ? [{ event: { ...event, subject: `${event.subject} complaint` }, ...complaint }] : []
  })
  await notifyPeople(deps, tx, [...announcements, ...complaints])
  await keepVisits(deps, tx, events, names)
}

/** Whoever is erased already is reminded of nothing. */
async function keepVisits(
  deps: Deps,
  tx: Transaction<Database>,
  events: readonly Envelope<DataOf<typeof bookingConfirmed>>[],
  names: ReadonlyMap<string, string>,
): Promise<void> {
  const now = deps.clock()
  const toCome = events.filter(({ data }) => Temporal.Instant.compare(Temporal.Instant.from(data.start), now) > 0)
  const erased = await findErased<Database>(
    tx,
    toCome.map(({ data }) => data.consumerId),
  )
  const visitsToCome = toCome
    .filter(({ data }) => !erased.has(data.consumerId))
    .map(({ data, sequence }) => ({
      ...{ bookingId: data.id, businessId: data.businessId, personId: data.consumerId, status: data.status, sequence },
      start: Temporal.Instant.from(data.start),
      agreedAt: Temporal.Instant.from(data.rescheduledAt ?? data.createdAt),
      isEnteredByBusiness: data.isEnteredByBusiness ?? false,
      about: aboutVisit(data, names.get(data.businessId) ?? ''),
    }))
  const changed = await visits.project(tx, visitsToCome)
  await scheduleReminders(deps, tx, await visits.findAll(tx, [...changed]))
}
