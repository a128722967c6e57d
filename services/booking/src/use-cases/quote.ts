import type { Quote } from '@buy-locals/contracts/booking/shapes'
import type { Id } from '@buy-locals/values/ids'
import type { Deps } from '../deps.ts'
import { refuseTooExpensive } from '../domain/start-rules.ts'
import { calculateTerms, toQuote } from '../domain/terms.ts'
import * as services from '../persistence/service-repository.ts'
import { findVisibleBusiness, type Visitor } from '../steps/find-business.ts'

type Query = { businessId: Id<'business'>; serviceId: Id<'service'>; partySize: number }

/** What a booking made at this moment would cost. */
export async function quote(
  { db, settings }: Deps,
  visitor: Visitor,
  { businessId, serviceId, partySize }: Query,
): Promise<Quote> {
  const { business } = await findVisibleBusiness(db, businessId, visitor)
  const service = await services.findActive(db, business.id, serviceId)
  const terms = calculateTerms(service, partySize, settings.takesPayments)
  refuseTooExpensive(terms.price)
  return toQuote(terms)
}
