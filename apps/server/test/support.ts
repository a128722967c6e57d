import { rm } from 'node:fs/promises'
import { api, type Api } from '@buy-locals/api-client/api'
import { createVerifiedAccount } from '@buy-locals/auth/use-cases/create-verified-account'
import { ensureMarket } from '@buy-locals/business/use-cases/ensure-market'
import { login } from '@buy-locals/contracts/auth/operations'
import * as business from '@buy-locals/contracts/business/operations'
import type { Market } from '@buy-locals/contracts/business/shapes'
import type { Id } from '@buy-locals/values/ids'
import { parseConfig } from '../src/config.ts'
import { start, type Running } from '../src/start.ts'
import type { Folder } from '../src/testing/folder.ts'
import { folderOnSharedCluster } from '../src/testing/shared-cluster.ts'

export const password = 'copper kettle sunday'

export type Server = Awaited<ReturnType<typeof startServer>>
export type Someone = { id: Id<'person'>; token: string; call: Api }

type Options = Parameters<typeof start>[1] & { openFolder?: () => Promise<Folder> }

/** The whole server in this process, on a folder and a database of its own that go with it. */
export async function startServer(
  changes: Record<string, string> = {},
  { openFolder = folderOnSharedCluster, ...options }: Options = {},
) {
  const folder = changes['DATA_DIR'] === undefined ? await openFolder() : folderAt(changes['DATA_DIR'])
  const { environment } = folder
  const quiet = { PORT: '0', LOG_LEVEL: 'silent', LIMIT_FACTOR: '1000', TEST_CLOCK: '1' }
  const running = await start(parseConfig({ ...quiet, ...environment, ...changes }), options)
  return Object.assign(running, {
    dataDir: environment.DATA_DIR,
    market: () => openMarket(running),
    someone: (name: string, role?: Parameters<typeof createVerifiedAccount>[1]['role']) => someone(running, name, role),
    advance: (by: string) => advance(running, by),
    [Symbol.asyncDispose]: async () => {
      await running.close()
      await folder[Symbol.asyncDispose]()
    },
  })
}

const folderAt = (DATA_DIR: string): Folder => ({
  environment: { DATA_DIR },
  [Symbol.asyncDispose]: () => rm(DATA_DIR, { recursive: true, force: true }),
})

const openMarket = ({ composed }: Running): Promise<Market> =>
  ensureMarket(composed.business, {
    slug: 'boise',
    name: 'Boise',
    location: { lat: 43.615, lon: -116.2023 },
    timeZone: 'America/Boise',
    currency: 'USD',
    feeBasisPoints: 500,
    complaintHours: 24,
  })

type Shop = { owner: Someone; businessId: Id<'business'>; params: { businessId: Id<'business'> } }

/** A barber who is open day and night, and is published with the services it is given. */
export async function openShop<T>(
  server: Server,
  addServices: (shop: Shop) => Promise<T>,
): Promise<Shop & T & { admin: Someone }> {
  await server.market()
  const admin = await server.someone('Ada Admin', { scope: 'platform', role: 'admin' })
  const owner = await server.someone('Owen Owner')
  const location = { lat: 43.612, lon: -116.199 }
  const { id: businessId } = await owner.call(business.registerBusiness, {
    body: { name: 'Third Street Barber', categories: ['hair'], address: { city: 'Boise', country: 'US' }, location },
  })
  const params = { businessId }
  const weekly = [1, 2, 3, 4, 5, 6, 7].map((day) => ({ day, opens: '00:00', closes: '24:00' }))
  await owner.call(business.changeHours, { params, body: { weekly, special: [] } })
  const shop = { owner, businessId, params }
  const added = await addServices(shop)
  await owner.call(business.publishBusiness, { params })
  await admin.call(business.approveBusiness, { params })
  await server.drain()
  return { ...shop, ...added, admin }
}

/** With a verified address, signed in. */
async function someone(
  { composed, url }: Running,
  name: string,
  role?: Parameters<typeof createVerifiedAccount>[1]['role'],
): Promise<Someone> {
  const email = `${name.toLowerCase().replaceAll(' ', '.')}@example.com`
  await createVerifiedAccount(composed.auth, { email, name, password, ...(role && { role }) })
  const { person, session } = await api({ baseUrl: url })(login, { body: { email, password } })
  const headers = () => ({ authorization: `Bearer ${session.accessToken}` })
  return { id: person.id, token: session.accessToken, call: api({ baseUrl: url, headers, patience: 10 }) }
}

async function advance({ url }: Running, by: string): Promise<void> {
  const headers = { 'content-type': 'application/json' }
  const moved = await fetch(`${url}/test/clock`, { method: 'POST', headers, body: JSON.stringify({ advance: by }) })
  if (!moved.ok) throw new Error(`Time did not move: ${moved.status}`)
}
