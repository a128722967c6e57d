import type { Kysely } from 'kysely'
import type { Service } from '@buy-locals/contracts/booking/shapes'
import { findProjected } from '@buy-locals/service-kit/find-projected'
import { rolesAt } from '@buy-locals/service-kit/memberships'
import type { Id } from '@buy-locals/values/ids'
import type { Business } from '../domain/catalogue.ts'
import { notFound } from '../domain/not-found.ts'
import { requireActive } from '../domain/service-rules.ts'
import * as businesses from '../persistence/businesses.ts'
import type { Database } from '../persistence/database.ts'
import * as requestedServices from '../persistence/requested-service.ts'

type Db = Kysely<Database>

/** Waits for a business that was registered a moment ago. */
export const findBusiness = (db: Db, businessId: Id<'business'>): Promise<Business> =>
  awaitBusiness(businessId, () => businesses.find(db, businessId))

/** The same, of anything that is found together with it. */
export const awaitBusiness = <T>(businessId: Id<'business'>, find: () => Promise<T | undefined>): Promise<T> =>
  findProjected(businessId, find, (id) => notFound('business', id))

export type Visitor = { id: Id<'person'> } | undefined

/** A business with the service of it that somebody wants to know more about. */
export async function findVisibleService(
  db: Db,
  ids: { businessId: Id<'business'>; serviceId: Id<'service'> },
  visitor: Visitor,
): Promise<{ business: Business; service: Service; isMember: boolean }> {
  const { business, service } = await awaitBusiness(ids.businessId, () => requestedServices.find(db, ids))
  const isMember = await requireVisible(db, business, visitor)
  return { business, service: requireActive(service, ids.serviceId), isMember }
}

/** What is not published exists for its own members and the operator alone. Returns whether the visitor is a member. */
export async function requireVisible(
  db: Db,
  { id: businessId, marketId, isPublished }: Business,
  visitor: Visitor,
): Promise<boolean> {
  const { role, isOperator } = await rolesAt(db, visitor, { businessId, marketId })
  if (!isPublished && !role && !isOperator) throw notFound('business', businessId)
  return role !== undefined
}
