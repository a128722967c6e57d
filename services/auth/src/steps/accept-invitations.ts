import type { Transaction } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { Id } from '@buy-locals/values/ids'
import type { Database } from '../persistence/database.ts'
import * as invitations from '../persistence/invitations.ts'
import { changeRole } from './change-role.ts'

/** For somebody who has just proved that the invited address is theirs. */
export async function acceptInvitations(
  tx: Transaction<Database>,
  now: Temporal.Instant,
  personId: Id<'person'>,
): Promise<void> {
  for (const { businessId, role } of await invitations.takeOpen(tx, now, personId))
    await changeRole(tx, now, personId, { personId, scope: businessId, role })
}
