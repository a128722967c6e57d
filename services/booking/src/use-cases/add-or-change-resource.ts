import type { Transaction } from 'kysely'
import type { Resource } from '@buy-locals/contracts/booking/shapes'
import { newId, type Id } from '@buy-locals/values/ids'
import type { Deps } from '../deps.ts'
import { refuseStale } from '../domain/service-rules.ts'
import type { Database } from '../persistence/database.ts'
import * as resources from '../persistence/resource-repository.ts'
import { findBusiness } from '../steps/find-business.ts'
import { refuseOverLimit } from '../steps/refuse-over-limit.ts'
import { scheduleFreeStartsCount } from '../steps/schedule-jobs.ts'

type AddCommand = { businessId: Id<'business'>; name: string; pool?: string | undefined }

/** `keep` stores the response with it. */
export async function addResource(
  { db, clock }: Deps,
  { businessId, name, pool }: AddCommand,
  keep: (tx: Transaction<Database>, resource: Resource) => Promise<void>,
): Promise<Resource> {
  await findBusiness(db, businessId)
  const resource: Resource = { id: newId('resource'), businessId, name, pool, active: true, version: 1 }
  await db.transaction().execute(async (tx) => {
    await refuseOverLimit(tx, businessId, 'resources', clock())
    await resources.insert(tx, resource)
    await keep(tx, resource)
  })
  return resource
}

type ChangeCommand = {
  businessId: Id<'business'>
  resourceId: Id<'resource'>
  readVersion: number | undefined
  change: { name?: string | undefined; pool?: string | null | undefined; active?: boolean | undefined }
}

/** What is booked keeps it. A service that needs one that is retired cannot be booked, unless its pool has others. */
export async function changeResource(
  { db, clock }: Deps,
  { businessId, resourceId, readVersion, change }: ChangeCommand,
): Promise<Resource> {
  return db.transaction().execute(async (tx) => {
    const before = await resources.lock(tx, businessId, resourceId)
    if (readVersion !== undefined) refuseStale(before, readVersion)
    const resource: Resource = {
      ...before,
      name: change.name ?? before.name,
      pool: change.pool === null ? undefined : (change.pool ?? before.pool),
      active: change.active ?? before.active,
      version: before.version + 1,
    }
    await resources.update(tx, resource)
    await scheduleFreeStartsCount(tx, businessId, clock())
    return resource
  })
}
