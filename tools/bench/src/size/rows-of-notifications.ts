import type { Copy } from './copy-rows.ts'
import { schemas, type Plan } from './plan.ts'
import { slugOf } from './rows-of-discovery.ts'
import { at, dayMs, idAt } from './world.ts'

/** What people were notified of, and what the kit's own tables hold of the last days. */
export function* rowsOfNotifications({
  world,
  ids,
  ours,
  consumerId,
  paidId,
  visits,
  ofVisit,
  nameOf,
  email,
  nowMs,
}: Plan): Generator<Copy> {
  const { businesses } = world
  yield { table: 'notification.businesses', from: 1, count: businesses, like: `business_id = '${ours.id}'`, columns: { business_id: ids.business, name: nameOf, slug: (n) => slugOf(nameOf(n)) } } // prettier-ignore
  yield { table: 'notification.people', from: 1, count: world.people, like: `person_id = '${consumerId}'`, columns: { person_id: ids.person, email, name: (n) => `Person ${n}` } } // prettier-ignore
  const first = visits.count - world.notifications
  yield { table: 'notification.notifications', count: world.notifications, like: `person_id = '${consumerId}'`, columns: { id: (n) => idAt('ntf', visits.createdMs(first + n), n), person_id: (n) => ofVisit.person(first + n), event_id: (n) => idAt('evt', visits.createdMs(first + n), n), at: (n) => ofVisit.created(first + n), read_at: (n) => (n % 3 ? ofVisit.created(first + n) : null) } } // prettier-ignore
  yield { table: 'notification.deliveries', count: world.notifications, columns: { id: (n) => idAt('dlv', visits.createdMs(first + n), n), event_id: (n) => idAt('evt', visits.createdMs(first + n), n), kind: () => 'booking.confirmed', person_id: (n) => ofVisit.person(first + n), booking_id: (n) => ids.booking(first + n), channel: () => 'mail', reference: (n) => `message-${n}@example.com`, requested_at: (n) => ofVisit.created(first + n), sent_at: (n) => ofVisit.created(first + n) } } // prettier-ignore
  yield { table: 'notification.visits', count: visits.count, only: (n) => visits.startMs(n) > nowMs - dayMs, like: `booking_id = '${paidId}'`, columns: { booking_id: ids.booking, business_id: ofVisit.business, person_id: ofVisit.person, status: visits.status, start: ofVisit.start, agreed_at: ofVisit.created, sequence: () => 1 } } // prettier-ignore
  yield { table: 'notification.notified_versions', count: world.notifications, columns: { subject: (n) => ids.booking(first + n), version: () => 1, state: () => 'confirmed' } } // prettier-ignore
  for (const schema of schemas) {
    yield { table: `${schema}.inbox`, count: world.notifications, columns: { consumer: () => `${schema}.people`, event_id: (n) => idAt('evt', nowMs, n), received_at: (n) => at(nowMs - (n % 8) * dayMs) } } // prettier-ignore
    yield { table: `${schema}.throttles`, count: Math.ceil(world.people / 10), columns: { key: (n) => `key-${n}`, points: () => 1, ends_at: (n) => at(nowMs + ((n % 4) - 1) * 3_600_000) } } // prettier-ignore
  }
}
