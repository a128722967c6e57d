import type { ListedService, Staff } from '@buy-locals/contracts/booking/shapes'
import type { Id } from '@buy-locals/values/ids'
import type { Deps } from '../deps.ts'
import { calculateTerms, toQuote } from '../domain/terms.ts'
import * as catalogue from '../persistence/catalogue.ts'
import { awaitBusiness, requireVisible, type Visitor } from '../steps/find-business.ts'

/** What has been withdrawn is listed for members alone. */
export async function listServices(
  { db, settings }: Deps,
  businessId: Id<'business'>,
  visitor: Visitor,
): Promise<ListedService[]> {
  const { business, items, canCharge } = await awaitBusiness(businessId, () => catalogue.findServices(db, businessId))
  const isMember = await requireVisible(db, business, visitor)
  return items
    .filter(({ active }) => active || isMember)
    .map((service) => {
      const quote = toQuote(calculateTerms(service, 1, settings.takesPayments))
      return { ...service, quote, ...(quote.payment === 'online' && !canCharge && { awaitsPayments: true }) }
    })
}

/** Whose calendar is whose account's, members alone are shown. */
export async function listStaff({ db }: Deps, businessId: Id<'business'>, visitor: Visitor): Promise<Staff[]> {
  const { business, items } = await awaitBusiness(businessId, () => catalogue.findStaff(db, businessId))
  const isMember = await requireVisible(db, business, visitor)
  return isMember ? items : items.filter(({ active }) => active).map(({ personId: _, ...person }) => person)
}
