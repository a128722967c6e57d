import { startPostgres } from '@buy-locals/embedded-postgres/embedded-postgres'
import { api } from '@buy-locals/api-client/api'
import type { Database } from '@buy-locals/business/persistence/database'
import { importOpenData } from '@buy-locals/business/use-cases/import-open-data'
import { listMarkets, searchBusinesses } from '@buy-locals/contracts/business/operations'
import type { Output } from '@buy-locals/contracts/operation'
import { setUp } from '@buy-locals/server/first-setup'
import { readSecrets } from '@buy-locals/server/secrets'
import { systemClock } from '@buy-locals/service-kit/clock'
import { connect } from '@buy-locals/service-kit/database'
import { serviceUrl } from '@buy-locals/service-kit/migrate'
import { fromSecond } from '@buy-locals/values/time'
import { uniqueSuffix } from './people.ts'
import { serverDataDir, serverUrl } from './server-process.ts'
import { address, center } from './shop.ts'
import { serverTime } from './time.ts'

type Place = { lat: number; lon: number; website?: string; suffix?: string }
export type Listing = Output<typeof searchBusinesses>['items'][number]

/** The first market of a server that began without a town, as `npm run setup` opens it. */
export async function openMarket(): Promise<void> {
  const { url: databaseUrl, secret: databaseSecret } = await findDatabase()
  const terms = { 'time-zone': 'America/Boise', currency: 'USD', fee: 500, 'complaint-hours': 48 } as const
  const admin = { email: 'admin@example.com', name: 'Ada Market' }
  await setUp({ databaseUrl, databaseSecret, clock: systemClock }, { ...admin, market: 'Boise', ...center, ...terms })
}

/** Places of open data that nobody looks after, imported as the demonstration's are. */
export async function importListings(places: readonly Place[]): Promise<Listing[]> {
  const anyone = api({ baseUrl: serverUrl() })
  const [market] = (await anyone(listMarkets, {})).items
  if (!market) throw new Error('There is no market')
  const rows = places.map(({ suffix = uniqueSuffix(), ...place }) => ({
    ...{ ...place, id: `journey:${uniqueSuffix()}`, name: `Corner Cuts ${suffix}` },
    ...{ address, categories: ['Personal > Barber'], tz: market.timeZone },
  }))
  const { url, secret } = await findDatabase()
  const db = connect<Database>(serviceUrl(url, 'business', secret), { applicationName: 'journeys', max: 1 })
  const now = fromSecond(new Date(await serverTime()).toISOString())
  await importOpenData({ db, clock: () => now }, rows, market)
  await db.destroy()
  return Promise.all(rows.map(({ name, lat, lon }) => find(anyone, name, `${lat},${lon}`)))
}

/** That of the running server. */
async function findDatabase() {
  const dataDir = serverDataDir() ?? ''
  const { url } = await startPostgres({ dataDir })
  return { url, secret: (await readSecrets(dataDir, {})).database }
}

async function find(anyone: ReturnType<typeof api>, name: string, near: string): Promise<Listing> {
  const { items } = await anyone(searchBusinesses, { query: { near, q: name } })
  const found = items.find((item) => item.name === name)
  if (!found) throw new Error(`${name} is not listed`)
  return found
}
