import { sql, type Kysely, type Transaction } from 'kysely'
import type { Market } from '@buy-locals/contracts/business/shapes'
import { Problem } from '@buy-locals/contracts/problem'
import type { Id } from '@buy-locals/values/ids'
import { usableZone } from '@buy-locals/values/time'
import { distanceBetween, type Point } from '../domain/geography.ts'
import { zoneOfPlace } from './zone-of-place.ts'
import type { Database } from './database.ts'

type Db = Kysely<Database>
type Tx = Transaction<Database>

export async function all(db: Db): Promise<Market[]> {
  const rows = await db.selectFrom('markets').selectAll().orderBy('name').orderBy('id').execute()
  return rows.map(fromRow)
}

export async function find(db: Db, id: Id<'market'>): Promise<Market | undefined> {
  const row = await db.selectFrom('markets').selectAll().where('id', '=', id).executeTakeFirst()
  return row && fromRow(row)
}

export async function findNearest(db: Db, point: Point): Promise<Market | undefined> {
  const markets = await all(db)
  return markets.toSorted((a, b) => distanceBetween(a.location, point) - distanceBetween(b.location, point))[0]
}

/** Locked until the transaction ends. */
export async function lock(tx: Tx, id: Id<'market'>): Promise<Market> {
  const row = await tx.selectFrom('markets').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  if (!row) throw new Problem('not-found', 'There is no such market')
  return fromRow(row)
}

/** Until the transaction ends nobody else adds one. */
export async function lockAll(tx: Tx): Promise<void> {
  await sql`lock table markets in share row exclusive mode`.execute(tx)
}

export async function count(tx: Tx): Promise<number> {
  const all = tx.selectFrom('markets').select((row) => row.fn.countAll<number>().as('count'))
  return (await all.executeTakeFirstOrThrow()).count
}

/** The market of that slug, and whether it is new. */
export async function insert(tx: Tx, market: Market): Promise<{ market: Market; isNew: boolean }> {
  const row = await tx
    .insertInto('markets')
    .values(toRow(market))
    .onConflict((conflict) => conflict.column('slug').doUpdateSet({ slug: market.slug }))
    .returningAll()
    .returning(sql<boolean>`id = ${market.id}`.as('is_new'))
    .executeTakeFirstOrThrow()
  return { market: fromRow(row), isNew: row.is_new }
}

export const update = (tx: Tx, { id, ...market }: Market) =>
  tx.updateTable('markets').set(toRow({ id, ...market })).where('id', '=', id).execute() // prettier-ignore

const toRow = (market: Market): Database['markets'] => ({
  id: market.id,
  slug: market.slug,
  name: market.name,
  lat: market.location.lat,
  lon: market.location.lon,
  time_zone: market.timeZone,
  currency: market.currency,
  fee_basis_points: market.feeBasisPoints,
  complaint_hours: market.complaintHours,
  contact_email: market.contact?.email ?? null,
  contact_phone: market.contact?.phone ?? null,
  version: market.version,
})

const fromRow = (row: Database['markets']): Market => ({
  id: row.id as Id<'market'>,
  slug: row.slug,
  name: row.name,
  location: { lat: row.lat, lon: row.lon },
  timeZone: usableZone(row.time_zone, zoneOfPlace(row, 'UTC')),
  currency: row.currency as Market['currency'],
  feeBasisPoints: row.fee_basis_points,
  complaintHours: row.complaint_hours,
  contact: row.contact_email === null ? undefined : { email: row.contact_email, phone: row.contact_phone ?? undefined },
  version: row.version,
})
