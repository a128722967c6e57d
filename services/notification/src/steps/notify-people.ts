import type { Transaction } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import type { Scope } from '@buy-locals/contracts/auth/shapes'
import type { Envelope } from '@buy-locals/contracts/event'
import type { Channel } from '@buy-locals/contracts/notification/shapes'
import { findErased } from '@buy-locals/service-kit/erasure'
import { membersOf, type Member } from '@buy-locals/service-kit/memberships'
import type { Id } from '@buy-locals/values/ids'
import type { Deps } from '../deps.ts'
import { formerCustomer } from '@buy-locals/contracts/review/shapes'
import { withoutReason, type Notification } from '../domain/notifications.ts'
import { isDelivered, mailChoiceOf } from '../domain/preferences.ts'
import * as calendars from '../persistence/calendars.ts'
import type { Database } from '../persistence/database.ts'
import * as devices from '../persistence/devices.ts'
import * as inbox from '../persistence/notifications.ts'
import * as preferences from '../persistence/preferences.ts'
import { claimVersions } from './claim-versions.ts'
import * as smsNumbers from '../persistence/sms-numbers.ts'
import { requestMails } from './request-mail.ts'
import { requestPushes } from './request-pushes.ts'
import { requestSms } from './request-sms.ts'

type Tx = Transaction<Database>

/** What is to be said of an event. With a `state`, not once a later version has left it. */
export type Announcement = { event: Envelope; notifications: readonly Notification[]; state?: string }

/** Everyone concerned, on every channel that has this kind and that they have not turned off. */
export async function notifyPeople(
  { clock }: Pick<Deps, 'clock'>,
  tx: Tx,
  announcements: readonly Announcement[],
): Promise<void> {
  const at = clock()
  const claimed = await claimVersions(tx, announcements)
  const addressed = await findRecipients(
    tx,
    claimed.filter(({ notifications }) => notifications.length > 0),
  )
  const chosen = await preferences.findAll(tx, [...new Set(addressed.map(({ personId }) => personId))])
  const wants = ({ personId, notification }: Addressed, channel: Channel) =>
    isDelivered(notification, channel, (group) => chosen.get(`${personId} ${group} ${channel}`))
  await inbox.insert(
    tx,
    addressed
      .filter((one) => wants(one, 'in-app'))
      .map((one) => {
        const { personId, notification } = one
        const { kind, about, link, names } = notification
        return { personId, eventId: idOf(one), kind, about, link, names, isRead: isOwnAct(one), at }
      }),
  )
  const sent = addressed.filter((one) => !isOwnAct(one))
  await requestMails(
    tx,
    sent.filter((one) => wants(one, 'mail')).map((one) => toMail(one, at)),
  )
  const texted = sent.filter((one) => wants(one, 'sms'))
  const numbers = await smsNumbers.findActive(tx, [...new Set(texted.map(({ personId }) => personId))])
  await requestSms(
    tx,
    texted.filter(({ personId }) => numbers.has(personId)).map((one) => toShortMessage(one, at)),
  )
  const pushed = sent.filter((one) => wants(one, 'push'))
  const owners = await devices.findOwners(tx, [...new Set(pushed.map(({ personId }) => personId))])
  await requestPushes(
    tx,
    pushed.filter(({ personId }) => owners.has(personId)).map((one) => toShortMessage(one, at)),
  )
}

const toMessage = ({ event, personId, notification: { kind, about, link } }: Addressed) => ({
  ...{ personId, kind, about, businessId: originShape.parse(event.data).businessId },
  ...(link && { link }),
})

/** A message goes out while its version is the newest in its state; one that goes out once, while that is the state. */
function conditionOf({ event: { subject, sequence: version }, state, notification: { once } }: Addressed) {
  return once && state ? { whileState: { subject, state } } : { notifiedVersion: { subject, version } }
}

function toMail(one: Addressed, at: Temporal.Instant) {
  const { to, names, calendar } = one.notification
  const isWrittenByBusiness = originShape.parse(one.event.data).isEnteredByBusiness
  const request = {
    ...toMessage(one),
    ...conditionOf(one),
    ...('person' in to && { isWrittenByBusiness }),
    ...(names && { names }),
    ...(calendar && { calendar }),
    preference: mailChoiceOf(one.notification),
  }
  return { eventId: idOf(one), at: timeOf(one, at), request }
}

/** Whoever is named in it is left out: an SMS or a push is on the screen of a locked phone. */
function toShortMessage(one: Addressed, at: Temporal.Instant) {
  const isOwnAct = originShape.parse(one.event.data).actorId === one.personId
  return { eventId: idOf(one), at: timeOf(one, at), request: { ...toMessage(one), ...conditionOf(one), isOwnAct } }
}

/** What it is delivered about, once on each channel. */
const idOf = ({ event, notification: { once, batch } }: Addressed): string => once ?? batch ?? event.id

const timeOf = ({ notification: { delay } }: Addressed, at: Temporal.Instant) => (delay ? at.add(delay) : at)

type Addressed = { event: Envelope; state: string | undefined; notification: Notification; personId: Id<'person'> }

/** Nobody is notified of what they did themselves; their own bookings are another matter. */
const isOwnAct = ({ event, personId, notification: { to, isOwnAct } }: Addressed): boolean =>
  isOwnAct === true || (!('person' in to) && originShape.parse(event.data).actorId === personId)

/** Nobody who was erased, and nobody's name who was. */
async function findRecipients(tx: Tx, announcements: readonly Announcement[]): Promise<Addressed[]> {
  const all = announcements.flatMap(({ event, state, notifications }) =>
    notifications.map((notification) => ({ event, state, notification })),
  )
  const members = await membersOf<Database>(tx, [...new Set(all.flatMap(({ notification: { to } }) => scopesOf(to)))])
  const peopleOf = await calendars.findPeople(
    tx,
    all.flatMap(({ notification: { to } }) => ('calendar' in to ? to.calendar : [])),
  )
  const addressed = all.flatMap(({ notification, ...announced }) =>
    pickRecipients(notification.to, members, peopleOf).map((personId) => ({ ...announced, notification, personId })),
  )
  const people = new Set(addressed.flatMap(({ personId, notification: { names } }) => [personId, names ?? []].flat()))
  const erased = people.size > 0 ? await findErased<Database>(tx, [...people]) : new Set<string>()
  return addressed
    .filter(({ personId }) => !erased.has(personId))
    .map((one) => (erased.has(one.notification.names ?? '') ? withoutName(one) : one))
}

const withoutName = (one: Addressed): Addressed => {
  const { names: _, ...notification } = one.notification
  const about = { ...withoutReason(notification.kind, notification.about), by: formerCustomer }
  return { ...one, notification: { ...notification, about } }
}

function scopesOf(to: Notification['to']): Scope[] {
  if ('person' in to) return []
  if ('calendar' in to) return [to.of]
  return 'business' in to ? [to.business] : [to.market, 'platform']
}

type Members = ReadonlyMap<string, readonly Member[]>
type PeopleOf = ReadonlyMap<Id<'staff'>, Id<'person'>>

/** A business is its leaders; a market its own operators, or the platform's admins where it has none; a calendar whoever works by it and belongs to the business still. */
function pickRecipients(to: Notification['to'], members: Members, peopleOf: PeopleOf): Id<'person'>[] {
  if ('person' in to) return [to.person]
  if ('calendar' in to) {
    const person = peopleOf.get(to.calendar)
    return (members.get(to.of) ?? []).flatMap(({ personId }) => (personId === person ? personId : []))
  }
  const responsible =
    'business' in to
      ? (members.get(to.business) ?? []).filter(({ role }) => role === 'owner' || role === 'manager')
      : (members.get(to.market) ?? members.get('platform') ?? [])
  return responsible.map(({ personId }) => personId)
}

/** What every event about a business says, and one about a booking besides. */
const originShape = z.object({
  businessId: z.string().optional(),
  isEnteredByBusiness: z.boolean().optional(),
  actorId: z.string().optional(),
})
