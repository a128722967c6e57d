import type { Transaction } from 'kysely'
import { membersOf } from '@buy-locals/service-kit/memberships'
import type { Envelope } from '@buy-locals/contracts/event'
import type { Deps } from './deps.ts'
import type { Telling } from './domain/telling.ts'
import { askForMail } from './mails.ts'
import type { Database } from './persistence/database.ts'
import * as notifications from './persistence/notifications.ts'
import { isNews } from './persistence/told.ts'

/** Into the inbox of everyone concerned: a business is its owners and managers. Once for each version of a thing, however often that is said, and not when the thing is known to have left that `state`. */
export async function tellAll(
  { clock }: Deps,
  tx: Transaction<Database>,
  event: Envelope,
  tellings: Telling[],
  state?: string,
): Promise<void> {
  if (!(await isNews(tx, event, state))) return
  const [at, eventId] = [clock(), event.id]
  const of = { subject: event.subject, version: event.sequence }
  for (const { kind, to, about, link, mail } of tellings) {
    const people = 'person' in to ? [to.person] : await leadersOf(tx, to.business)
    for (const personId of people) {
      await notifications.add(tx, { personId, eventId, kind, about, link, at })
      if (mail) await askForMail(tx, at, eventId, { personId, kind, about, of, ...(link && { link }) })
    }
  }
}

async function leadersOf(tx: Transaction<Database>, business: Parameters<typeof membersOf>[1]) {
  const members = await membersOf<Database>(tx, business)
  return members.filter(({ role }) => role === 'owner' || role === 'manager').map(({ personId }) => personId)
}
