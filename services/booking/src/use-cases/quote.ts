import type { Quote } from '@buy-locals/contracts/booking/shapes'
import type { Id } from '@buy-locals/values/ids'
import type { Deps } from '../deps.ts'
import { refuseTooExpensive } from '../domain/start-rules.ts'
import { calculateTerms, toQuote } from '../domain/terms.ts'
import { findVisibleService, type Visitor } from '../steps/find-business.ts'

type Query = { businessId: Id<'business'>; serviceId: Id<'service'>; partySize: number }

/** What a booking made at this moment would cost. */
export async function quote({ db, settings }: Deps, visitor: Visitor, { partySize, ...ids }: Query): Promise<Quote> {
  const { service } = await findVisibleService(db, ids, visitor)
  const terms = calculateTerms(service, partySize, settings.takesPayments)
  refuseTooExpensive(terms.price)
  return toQuote(terms)
}
