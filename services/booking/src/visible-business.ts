import type { Kysely } from 'kysely'
import { isMember, isOperator } from '@buy-locals/service-kit/memberships'
import type { Id } from '@buy-locals/values/ids'
import type { Business } from './domain/catalogue.ts'
import { noBusiness } from './known-business.ts'
import * as businesses from './persistence/businesses.ts'
import type { Database } from './persistence/database.ts'

export type Visitor = { id: Id<'person'> } | undefined

/** What is not published is there for its own people and the operator alone. */
export async function visibleBusiness(
  db: Kysely<Database>,
  id: Id<'business'>,
  visitor: Visitor,
): Promise<{ business: Business; isMember: boolean }> {
  const business = await businesses.find(db, id)
  if (!business) throw noBusiness(id)
  const belongs = await isMember(db, visitor, id)
  if (business.isPublished || belongs || (await isOperator(db, visitor, business.marketId))) {
    return { business, isMember: belongs }
  }
  throw noBusiness(id)
}
