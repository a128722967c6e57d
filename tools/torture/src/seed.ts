import { createVerifiedAccount } from '@buy-locals/auth/use-cases/create-verified-account'
import { ensureMarket } from '@buy-locals/business/use-cases/ensure-market'
import type { Running } from '@buy-locals/server/start'
import type { Id } from '@buy-locals/values/ids'
import { password } from './person.ts'
import type { Stripe } from './stripe.ts'

export const location = { lat: 43.615, lon: -116.2 }
export const address = { street: '1 Main Street', city: 'Boise', region: 'ID', postcode: '83702', country: 'US' }
/** No test depends on the hour it runs at. */
export const alwaysOpen = {
  weekly: ([1, 2, 3, 4, 5, 6, 7] as const).map((day) => ({ day, opens: '00:00', closes: '24:00' })),
  special: [],
}

/** What cannot be made through the API: a market, its operator, and an owner whose address is verified. */
export type SeededServer = {
  url: string
  stripe: Stripe
  marketId: Id<'market'>
  operatorEmail: string
  ownerEmail: string
}

export async function seedMarket({ url, simulator, composed }: Running): Promise<SeededServer> {
  const { id: marketId } = await ensureMarket(composed.business, {
    slug: 'boise',
    name: 'Boise',
    location,
    timeZone: 'America/Boise',
    currency: 'USD',
    feeBasisPoints: 500,
    complaintHours: 0,
  })
  const [operatorEmail, ownerEmail] = ['operator@example.com', 'owner@example.com']
  await createVerifiedAccount(composed.auth, {
    email: operatorEmail,
    name: 'Olga Operator',
    password,
    role: { scope: marketId, role: 'operator' },
  })
  await createVerifiedAccount(composed.auth, { email: ownerEmail, name: 'Owen Owner', password })
  if (!simulator) throw new Error('The Stripe simulator does not run')
  const { secretKey } = simulator
  return { url, stripe: { url: simulator.url, secretKey }, marketId, operatorEmail, ownerEmail }
}
