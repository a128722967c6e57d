import type { Service, Staff } from '@buy-locals/contracts/booking/shapes'
import type { Id } from '@buy-locals/values/ids'
import type { Deps } from '../deps.ts'
import * as services from '../persistence/service-repository.ts'
import * as staff from '../persistence/staff-repository.ts'
import { findVisibleBusiness, type Visitor } from '../steps/find-business.ts'

/** What has been withdrawn is listed for members alone. */
export async function listServices({ db }: Deps, businessId: Id<'business'>, visitor: Visitor): Promise<Service[]> {
  const { isMember } = await findVisibleBusiness(db, businessId, visitor)
  const all = await services.ofBusiness(db, businessId)
  return all.filter(({ active }) => active || isMember)
}

/** Whose calendar is whose account's, members alone are shown. */
export async function listStaff({ db }: Deps, businessId: Id<'business'>, visitor: Visitor): Promise<Staff[]> {
  const { isMember } = await findVisibleBusiness(db, businessId, visitor)
  const all = await staff.ofBusiness(db, businessId)
  return isMember ? all : all.filter(({ active }) => active).map(({ personId: _, ...person }) => person)
}
