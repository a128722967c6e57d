import { awaitProjection } from '@buy-locals/service-kit/find-projected'
import type { Id } from '@buy-locals/values/ids'
import type { Deps } from '../deps.ts'
import * as businesses from '../persistence/businesses.ts'
import * as statements from '../persistence/statements.ts'

export async function readBalance({ db }: Pick<Deps, 'db'>, businessId: Id<'business'>): Promise<statements.Balance> {
  const { currency } = await awaitProjection(() => businesses.find(db, businessId))
  return statements.readBalance(db, businessId, currency)
}
