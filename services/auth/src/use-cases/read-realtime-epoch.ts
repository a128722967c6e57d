import { Problem } from '@buy-locals/contracts/problem'
import { awaitProjection, isRecent } from '@buy-locals/service-kit/find-projected'
import type { Id } from '@buy-locals/values/ids'
import type { Deps } from '../deps.ts'
import * as epochs from '../persistence/realtime-epochs.ts'

/** Of the business's channel, for whoever belongs to it; undefined for everybody else. Of a new business the first membership may still be on its way. */
export async function readRealtimeEpoch(
  { db }: Pick<Deps, 'db'>,
  personId: Id<'person'>,
  businessId: Id<'business'>,
): Promise<number | undefined> {
  const find = async () => (await epochs.listOfMember(db, personId, businessId))[0]?.epoch
  const found = await find()
  if (found !== undefined || !isRecent(businessId)) return found
  await awaitProjection(() => epochs.findAnyMember(db, businessId)).catch((error: unknown) => {
    if (!(error instanceof Problem)) throw error
  })
  return find()
}
