import type { Transaction } from 'kysely'
import { staffChanged } from '@buy-locals/contracts/booking/events'
import type { membershipChanged } from '@buy-locals/contracts/auth/events'
import type { DataOf, Envelope } from '@buy-locals/contracts/event'
import { record } from '@buy-locals/service-kit/outbox'
import { id } from '@buy-locals/values/ids'
import type { Deps } from '../deps.ts'
import type { Database } from '../persistence/database.ts'
import * as staff from '../persistence/staff-repository.ts'

/** Whoever was invited to work by a calendar has it as their own when they join, unless somebody else has it by then. */
export async function linkCalendar(
  { clock }: Pick<Deps, 'clock'>,
  tx: Transaction<Database>,
  { data: { personId, scope, staffId } }: Envelope<DataOf<typeof membershipChanged>>,
): Promise<void> {
  const businessId = id('business').safeParse(scope).data
  const calendar = businessId && staffId && (await staff.lockUnlinked(tx, businessId, staffId))
  if (!calendar) return
  const linked = { ...calendar, personId, version: calendar.version + 1 }
  await staff.update(tx, linked)
  await record(tx, clock(), staffChanged, linked.id, linked.version, linked)
}
