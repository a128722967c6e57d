import type { Transaction } from 'kysely'
import type { Envelope } from '@buy-locals/contracts/event'
import { membersOf } from '@buy-locals/service-kit/memberships'
import type { Id } from '@buy-locals/values/ids'
import type { Deps } from '../deps.ts'
import type { Notification } from '../domain/notifications.ts'
import type { Database } from '../persistence/database.ts'
import * as inbox from '../persistence/notifications.ts'
import { claimVersion } from './claim-version.ts'
import { requestMail } from './request-mail.ts'

/** Into the inbox of everyone concerned, and by mail where the notification says so. With a `state`, not once a later version has left it. */
export async function notifyPeople(
  { clock }: Pick<Deps, 'clock'>,
  tx: Transaction<Database>,
  event: Envelope,
  notifications: Notification[],
  state?: string,
): Promise<void> {
  if (!(await claimVersion(tx, event, state))) return
  const [at, eventId] = [clock(), event.id]
  const notifiedVersion = { subject: event.subject, version: event.sequence }
  for (const { kind, to, about, link, mail, mailDelay } of notifications) {
    const people = 'person' in to ? [to.person] : await findLeaders(tx, to.business)
    for (const personId of people) {
      await inbox.insert(tx, { personId, eventId, kind, about, link, at })
      if (mail)
        await requestMail(tx, mailDelay ? at.add(mailDelay) : at, eventId, {
          personId,
          kind,
          about,
          notifiedVersion,
          ...(link && { link }),
        })
    }
  }
}

async function findLeaders(tx: Transaction<Database>, businessId: Id<'business'>): Promise<Id<'person'>[]> {
  const members = await membersOf<Database>(tx, businessId)
  return members.filter(({ role }) => role === 'owner' || role === 'manager').map(({ personId }) => personId)
}
