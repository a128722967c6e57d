import type { Transaction } from 'kysely'
import { membersOf } from '@buy-locals/service-kit/memberships'
import type { Id } from '@buy-locals/values/ids'
import type { Deps } from '../deps.ts'
import type { About } from '../domain/notifications.ts'
import type { Database } from '../persistence/database.ts'
import * as inbox from '../persistence/notifications.ts'

type Unreached = { bookingId: string; businessId: Id<'business'>; personId: Id<'person'>; about: About }

const written = ['business', 'service', 'start', 'timeZone']

/** Owners and managers read, once for each booking, that mails to its customer are refused for good or come back. */
export async function notifyOfUnreached(
  { clock }: Pick<Deps, 'clock'>,
  tx: Transaction<Database>,
  { bookingId, businessId, personId, about }: Unreached,
): Promise<void> {
  const members = (await membersOf<Database>(tx, [businessId])).get(businessId) ?? []
  const leaders = members.filter((member) => member.role === 'owner' || member.role === 'manager')
  const visit = Object.fromEntries(Object.entries(about).filter(([key]) => written.includes(key)))
  const notice = { eventId: `unreached ${bookingId}`, kind: 'customer-unreached', about: visit, names: personId }
  const link = `/dashboard/bookings/${bookingId}`
  const items = leaders.map((leader) => ({ ...notice, personId: leader.personId, link, at: clock() }))
  await inbox.insert(
    tx,
    items.filter((item) => item.personId !== personId),
  )
}
