import type { Transaction } from 'kysely'
import { z } from 'zod'
import type { Envelope } from '@buy-locals/contracts/event'
import { isErased } from '@buy-locals/service-kit/erasure'
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
  const origin = originShape.parse(event.data)
  const notifiedVersion = { subject: event.subject, version: event.sequence }
  for (const { kind, to, about, link, mail, mailDelay, names, isByMailAlone } of notifications) {
    const people = await findRecipients(tx, to)
    for (const personId of people) {
      if (await isErased<Database>(tx, personId)) continue
      if (!isByMailAlone) await inbox.insert(tx, { personId, eventId, kind, about, link, names, at })
      if (mail)
        await requestMail(tx, mailDelay ? at.add(mailDelay) : at, eventId, {
          personId,
          kind,
          about,
          notifiedVersion,
          businessId: origin.businessId,
          isWrittenByBusiness: origin.isEnteredByBusiness,
          ...(link && { link }),
        })
    }
  }
}

async function findRecipients(tx: Transaction<Database>, to: Notification['to']): Promise<Id<'person'>[]> {
  if ('person' in to) return [to.person]
  return 'business' in to ? findLeaders(tx, to.business) : findOperators(tx, to.market)
}

/** The market's own, or the platform's admins where it has none. */
async function findOperators(tx: Transaction<Database>, marketId: Id<'market'>): Promise<Id<'person'>[]> {
  const operators = await membersOf<Database>(tx, marketId)
  const responsible = operators.length > 0 ? operators : await membersOf<Database>(tx, 'platform')
  return responsible.map(({ personId }) => personId)
}

/** What every event about a business says, and one about a booking besides. */
const originShape = z.object({ businessId: z.string().optional(), isEnteredByBusiness: z.boolean().optional() })

async function findLeaders(tx: Transaction<Database>, businessId: Id<'business'>): Promise<Id<'person'>[]> {
  const members = await membersOf<Database>(tx, businessId)
  return members.filter(({ role }) => role === 'owner' || role === 'manager').map(({ personId }) => personId)
}
