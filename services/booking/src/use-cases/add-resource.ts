import type { Resource } from '@buy-locals/contracts/booking/shapes'
import { newId, type Id } from '@buy-locals/values/ids'
import type { Deps } from '../deps.ts'
import * as resources from '../persistence/resource-repository.ts'
import { findBusiness } from '../steps/find-business.ts'

type Command = { businessId: Id<'business'>; name: string; pool?: string | undefined }

export async function addResource({ db }: Deps, { businessId, name, pool }: Command): Promise<Resource> {
  await findBusiness(db, businessId)
  const resource: Resource = { id: newId('resource'), businessId, name, pool, active: true, version: 1 }
  await db.transaction().execute((tx) => resources.insert(tx, resource))
  return resource
}
