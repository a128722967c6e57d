import type { Resource } from '@buy-locals/contracts/booking/shapes'
import { newId, type Id } from '@buy-locals/values/ids'
import type { Deps } from '../deps.ts'
import * as resources from '../persistence/resource-repository.ts'
import { findBusiness } from '../steps/find-business.ts'
import { refuseOverLimit } from '../steps/refuse-over-limit.ts'

type Command = { businessId: Id<'business'>; name: string; pool?: string | undefined }

export async function addResource({ db, clock }: Deps, { businessId, name, pool }: Command): Promise<Resource> {
  await findBusiness(db, businessId)
  const resource: Resource = { id: newId('resource'), businessId, name, pool, active: true, version: 1 }
  await db.transaction().execute(async (tx) => {
    await refuseOverLimit(tx, businessId, 'resources', clock())
    await resources.insert(tx, resource)
  })
  return resource
}
