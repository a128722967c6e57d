import { readFile } from 'node:fs/promises'
import { gunzipSync } from 'node:zlib'
import type { Kysely } from 'kysely'
import { Client } from 'pg'
import { newId } from '@buy-locals/values/ids'
import { toSlug } from '@buy-locals/business/domain/slug'
import { toCategories } from '@buy-locals/business/domain/open-data'
import * as businesses from '@buy-locals/business/persistence/business-repository'
import type { Database } from '@buy-locals/business/persistence/database'
import * as markets from '@buy-locals/business/persistence/market-repository'
import { reindex } from '@buy-locals/business/persistence/search-index'
import { startsOfDay } from './starts-of-day.ts'

type NewBusiness = Parameters<typeof businesses.insertNew>[1][number]
export type LoadedTowns = { businesses: number; centers: string[] }
type Row = { name: string; lat: number; lon: number; address: { city: string }; categories: string[]; tz: string }

const saturday = startsOfDay(Date.parse('2026-03-21'))
const [BATCH, TOWNS] = [1_000, 300]
const boise = new URL('../../../services/business/data/boise.cc0.jsonl', import.meta.url)

/** Of all businesses 1 in 2 has hours, 1 in 5 is rated and 1 in 50 can be booked. These figures are of no real business. */
export async function loadBusinesses(
  db: Kysely<Database>,
  adminUrl: string,
  file: string | undefined,
): Promise<LoadedTowns> {
  const rows = file ? await read(file) : copyBoise(await read(boise))
  const market = { id: newId('market'), slug: 'load', name: 'Load', location: { lat: 43, lon: -116 }, timeZone: 'America/Boise', currency: 'USD', feeBasisPoints: 0, complaintHours: 0, version: 1 } as const // prettier-ignore
  await db.transaction().execute((tx) => markets.insert(tx, market))
  for (let from = 0; from < rows.length; from += BATCH) {
    const batch = rows.slice(from, from + BATCH).map((row, i) => businessOf(row, from + i, market.id))
    const ids = batch.map(({ id }) => id)
    await db.transaction().execute(async (tx) => {
      await businesses.insertNew(tx, batch)
      await tx.insertInto('ratings').values(ids.filter((_, i) => i % 5 === 0).map((business_id, i) => ({ business_id, mean: 3 + (i % 20) / 10, count: 1 + (i % 40), bayes: 3.5 + ((i * 7) % 100) / 80, version: 1 }))).execute() // prettier-ignore
      const bookable = ids.filter((_, i) => i % 50 === 0).map((business_id) => ({ business_id, service_id: newId('service'), version: 1 })) // prettier-ignore
      await tx.insertInto('services').values(bookable.map((service) => ({ ...service, name: 'Appointment', active: true }))).execute() // prettier-ignore
      await tx.insertInto('availability').values(bookable.map((service, i) => ({ ...service, date: '2026-03-21', free_starts: i % 3, ...saturday, price_amount: 4_500, price_currency: 'USD' }))).execute() // prettier-ignore
      await reindex(tx, ids)
    })
  }
  await analyze(adminUrl)
  const centers = Array.from({ length: 97 }, (_, i) => rows[Math.floor((i / 97) * rows.length)])
  return { businesses: rows.length, centers: centers.flatMap((row) => (row ? `${row.lat.toFixed(6)},${row.lon.toFixed(6)}` : [])) } // prettier-ignore
}

async function read(file: string | URL): Promise<Row[]> {
  const bytes = await readFile(file)
  const text = (bytes[0] === 0x1f ? gunzipSync(bytes) : bytes).toString()
  return text.trim().split('\n').map((line) => JSON.parse(line) as Row) // prettier-ignore
}

/** Copies of Boise: 30 towns of some 10,000 businesses, each a few hundred meters from its original. */
function copyBoise(rows: Row[]): Row[] {
  return Array.from({ length: TOWNS * 3 }, (_, copy) => {
    const [town, spread] = [copy % 30, 0.15 * Math.sin(copy * 7.3)]
    return rows.map((row, i) => ({
      ...row,
      lat: row.lat - town * 0.3 + spread * Math.sin(i * 12.9 + copy),
      lon: row.lon + (town % 6) * 0.9 + spread * Math.cos(i * 78.2 + copy),
    }))
  }).flat()
}

function businessOf(
  { name, lat, lon, address, categories, tz }: Row,
  number: number,
  marketId: NewBusiness['marketId'],
): NewBusiness {
  const kinds = toCategories(name, categories) as NewBusiness['categories']
  const opens = `${String(6 + (number % 6)).padStart(2, '0')}:00`
  return {
    id: newId('business'),
    slug: `${toSlug(name)}-${number}`,
    marketId,
    status: 'published',
    name: name.slice(0, 80),
    categories: kinds.length > 0 ? kinds : ['services'],
    address: { city: address.city, country: 'US' },
    addressIsPrivate: false,
    location: { lat, lon },
    timeZone: tz,
    currency: 'USD',
    hours: number % 2 ? undefined : { weekly: ([1, 2, 3, 4, 5, 6] as const).map((day) => ({ day, opens, closes: '18:00' })), special: [] }, // prettier-ignore
    photos: [],
    formVersion: 1,
    claimed: false,
    sourceId: String(number),
    version: 1,
  }
}

async function analyze(adminUrl: string): Promise<void> {
  const client = new Client({ connectionString: adminUrl })
  await client.connect()
  await client.query('vacuum analyze')
  await client.end()
}
