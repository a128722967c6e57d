import { schedule } from '@buy-locals/service-kit/jobs'
import type { Deps } from '../deps.ts'
import { reindexAllJob } from '../jobs.ts'
import * as businesses from '../persistence/business-repository.ts'
import { reindex } from '../persistence/search-index.ts'

const batchSize = 200

/** The next businesses, and in the same commit that those after them are due. What fails is begun again where it was. */
export async function reindexAll(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  { key, after }: { key: string; after: string },
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const ids = await businesses.listIdsAfter(tx, after, batchSize)
    const last = ids.at(-1)
    if (last === undefined) return
    await reindex(tx, ids)
    await schedule(tx, reindexAllJob, key, clock(), { after: last })
  })
}
