import type { Kysely } from 'kysely'
import { findProjected } from '@buy-locals/service-kit/find-projected'
import { isMember, isOperator } from '@buy-locals/service-kit/memberships'
import type { Id } from '@buy-locals/values/ids'
import type { Business } from '../domain/catalogue.ts'
import { notFound } from '../domain/not-found.ts'
import * as businesses from '../persistence/businesses.ts'
import type { Database } from '../persistence/database.ts'

/** Waits for a business that was registered a moment ago. */
export const findBusiness = (db: Kysely<Database>, businessId: Id<'business'>): Promise<Business> =>
  findProjected(
    businessId,
    () => businesses.find(db, businessId),
    (id) => notFound('business', id),
  )

export type Visitor = { id: Id<'person'> } | undefined

/** What is not published exists for its own members and the operator alone. */
export async function findVisibleBusiness(
  db: Kysely<Database>,
  id: Id<'business'>,
  visitor: Visitor,
): Promise<{ business: Business; isMember: boolean }> {
  const business = await findBusiness(db, id)
  const belongs = await isMember(db, visitor, id)
  if (business.isPublished || belongs || (await isOperator(db, visitor, business.marketId))) {
    return { business, isMember: belongs }
  }
  throw notFound('business', id)
}
