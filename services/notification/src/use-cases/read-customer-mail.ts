import type { Id } from '@buy-locals/values/ids'
import type { Deps } from '../deps.ts'
import * as suppressedAddresses from '../persistence/suppressed-addresses.ts'
import { hashAddress } from '../persistence/unsubscribed-addresses.ts'
import * as visits from '../persistence/visits.ts'

type Query = { businessId: Id<'business'>; bookingId: Id<'booking'> }

/** For whoever works there: whether mail to the customer of a visit comes back. Of a visit that is over nothing is said. */
export async function readCustomerMail(
  { db, linkSecret }: Pick<Deps, 'db' | 'linkSecret'>,
  query: Query,
): Promise<{ bounces: boolean }> {
  const email = await visits.findEmail(db, query)
  const bounces = email !== undefined && (await suppressedAddresses.has(db, hashAddress(linkSecret, email), 'bounce'))
  return { bounces }
}
