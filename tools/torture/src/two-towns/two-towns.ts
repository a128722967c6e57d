import { api, type Options } from '@buy-locals/api-client/api'
import { ensureMarket } from '@buy-locals/business/use-cases/ensure-market'
import type { Input, Operation, Output } from '@buy-locals/contracts/operation'
import type { Market } from '@buy-locals/contracts/business/shapes'
import type { Running } from '@buy-locals/server/start'
import { openBookings, type Bookings, type Matter } from './bookings.ts'
import { enrol, signIn, type Name, type People } from './people.ts'
import { openShop, type Shop } from './shops.ts'

/** Asks as somebody; a refusal is thrown. */
export type Ask = <O extends Operation>(
  as: Name | undefined,
  operation: O,
  input: Input<O>,
  options?: Options,
) => Promise<Output<O>>

/** Two markets with a business each, their people, and bookings in every state: what a good request needs to be about. */
export type TwoTowns = {
  running: Running
  dataDir: string
  people: People
  ours: Shop
  theirs: Shop
  ask: Ask
  bookings: Bookings
  matters: Matter[]
  /** A guest's, to a booking that no request is about. */
  otherLink: string
}

const market = (slug: string): Omit<Market, 'id' | 'version'> => ({
  ...{
    slug,
    name: `The town of ${slug}`,
    location: { lat: 43.615, lon: -116.2 },
    timeZone: 'America/Boise',
    currency: 'USD',
  },
  ...{ feeBasisPoints: 500, complaintHours: 48 },
})

type Wanted = { running: Running; dataDir: string; size: number }

export async function openTwoTowns({ running, dataDir, size }: Wanted): Promise<TwoTowns> {
  const { composed } = running
  const found = async (slug: string) => (await ensureMarket(composed.business, market(slug))).id
  const ourMarkets = { marketId: await found('boise'), emptyMarketId: await found('star') }
  const theirMarkets = { marketId: await found('eagle'), emptyMarketId: await found('kuna') }
  const people = await enrol(running, {
    operator: Object.values(ourMarkets).map((scope) => ({ scope, role: 'operator' })),
    foreignOperator: Object.values(theirMarkets).map((scope) => ({ scope, role: 'operator' })),
    admin: [{ scope: 'platform', role: 'admin' }],
  })
  const baseUrl = running.url
  const ask: Ask = (as, operation, input, options) => {
    const headers = () => ({ 'x-client': 'app', ...(as && { authorization: `Bearer ${people[as].token}` }) })
    return api({ baseUrl, headers, patience: 20 })(operation, input, options)
  }
  await signIn(baseUrl, people)
  await running.drain()
  const ours = await openShop(ask, people, { name: 'Ours', ...ourMarkets, owner: 'owner', operator: 'operator' })
  const foreign = { owner: 'foreignOwner', operator: 'foreignOperator' } as const
  const theirs = await openShop(ask, people, { name: 'Theirs', ...theirMarkets, ...foreign })
  await running.drain()
  const matters: Matter[] = [
    { shop: ours, booker: 'consumer' },
    { shop: ours, booker: 'guest' },
    { shop: theirs, booker: 'stranger' },
  ]
  const bookings = await openBookings({ running, ask, people, matters, size })
  const { link: otherLink = '' } = await bookings.fresh({ shop: ours, booker: 'guest' })
  return { running, dataDir, people, ours, theirs, ask, bookings, matters, otherLink }
}
