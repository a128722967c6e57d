import type { Transaction } from 'kysely'
import { z } from 'zod'
import type { Scope } from '@buy-locals/contracts/auth/shapes'
import type { Envelope } from '@buy-locals/contracts/event'
import { findErased } from '@buy-locals/service-kit/erasure'
import { membersOf, type Member } from '@buy-locals/service-kit/memberships'
import type { Id } from '@buy-locals/values/ids'
import type { Deps } from '../deps.ts'
import type { Notification } from '../domain/notifications.ts'
import type { Database } from '../persistence/database.ts'
import * as inbox from '../persistence/notifications.ts'
import { claimVersions } from './claim-versions.ts'
import { requestMails } from './request-mail.ts'

type Tx = Transaction<Database>

/** What is to be said of an event. With a `state`, not once a later version has left it. */
export type Announcement = { event: Envelope; notifications: readonly Notification[]; state?: string }

/** Into the inbox of everyone concerned, and by mail where the notification says so. */
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
  await inbox.insert(
    tx,
    addressed
      .filter(({ notification }) => !notification.isByMailAlone)
      .map(({ event, personId, notification: { kind, about, link, names } }) => ({
        ...{ personId, eventId: event.id, kind, about, link, names, at },
      })),
  )
  const mails = addressed.flatMap(({ event, personId, notification: { kind, about, link, mail, mailDelay } }) => {
    if (!mail) return []
    const { businessId, isEnteredByBusiness } = originShape.parse(event.data)
    const request = {
      ...{ personId, kind, about, businessId, isWrittenByBusiness: isEnteredByBusiness },
      notifiedVersion: { subject: event.subject, version: event.sequence },
      ...(link && { link }),
    }
    return [{ eventId: event.id, at: mailDelay ? at.add(mailDelay) : at, request }]
  })
  await requestMails(tx, mails)
}

type Addressed = { event: Envelope; notification: Notification; personId: Id<'person'> }

/** Nobody who was erased. */
async function findRecipients(tx: Tx, announcements: readonly Announcement[]): Promise<Addressed[]> {
  const all = announcements.flatMap(({ event, notifications }) =>
    notifications.map((notification) => ({ event, notification })),
  )
  const members = await membersOf<Database>(tx, [...new Set(all.flatMap(({ notification: { to } }) => scopesOf(to)))])
  const addressed = all.flatMap(({ event, notification }) =>
    pickRecipients(notification.to, members).map((personId) => ({ event, notification, personId })),
  )
  const people = [...new Set(addressed.map(({ personId }) => personId))]
  const erased = people.length > 0 ? await findErased<Database>(tx, people) : new Set<string>()
  return addressed.filter(({ personId }) => !erased.has(personId))
}

function scopesOf(to: Notification['to']): Scope[] {
  if ('person' in to) return []
  return 'business' in to ? [to.business] : [to.market, 'platform']
}

type Members = ReadonlyMap<string, readonly Member[]>

/** A business is its leaders; a market its own operators, or the platform's admins where it has none. */
function pickRecipients(to: Notification['to'], members: Members): Id<'person'>[] {
  if ('person' in to) return [to.person]
  const responsible =
    'business' in to
      ? (members.get(to.business) ?? []).filter(({ role }) => role === 'owner' || role === 'manager')
      : (members.get(to.market) ?? members.get('platform') ?? [])
  return responsible.map(({ personId }) => personId)
}

/** What every event about a business says, and one about a booking besides. */
const originShape = z.object({ businessId: z.string().optional(), isEnteredByBusiness: z.boolean().optional() })
