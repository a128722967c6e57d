import { enrolPerson } from '@buy-locals/auth/use-cases/enrol-person'
import { ensureMarket } from '@buy-locals/business/use-cases/ensure-market'
import type { Running } from '@buy-locals/server/start'
import type { Id } from '@buy-locals/values/ids'
import { password } from './person.ts'

/** What nobody can make through the API: a market, its operator, and an owner whose address needs no mail. */
export type Foundations = { url: string; stripe: string; marketId: Id<'market'>; operator: string; owner: string }

export async function foundationsOf({ url, stripeApiBase, composed }: Running): Promise<Foundations> {
  const { id: marketId } = await ensureMarket(composed.business, {
    slug: 'boise',
    name: 'Boise',
    location: { lat: 43.615, lon: -116.2 },
    timeZone: 'America/Boise',
    currency: 'USD',
    feeBasisPoints: 500,
    complaintHours: 0,
  })
  const [operator, owner] = ['operator@example.com', 'owner@example.com']
  await enrolPerson(composed.auth, {
    email: operator,
    name: 'Olga Operator',
    password,
    role: { scope: marketId, role: 'operator' },
  })
  await enrolPerson(composed.auth, { email: owner, name: 'Owen Owner', password })
  return { url, stripe: stripeApiBase ?? '', marketId, operator, owner }
}
