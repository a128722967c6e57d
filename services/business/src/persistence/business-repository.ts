import { sql, type Kysely, type Transaction } from 'kysely'
import type { BusinessStatus } from '@buy-locals/contracts/business/shapes'
import { Problem } from '@buy-locals/contracts/problem'
import type { Id } from '@buy-locals/values/ids'
import type { FullBusiness } from '../domain/business.ts'
import { fromRow, toRating, toRow } from './business-row.ts'
import type { Database } from './database.ts'

type Db = Kysely<Database>
type Tx = Transaction<Database>

/** With its rating; by a slug it once had, too. */
export async function find(
  db: Db,
  idOrSlug: string,
): Promise<{ business: FullBusiness; rating: ReturnType<typeof toRating> } | undefined> {
  const rows = db
    .selectFrom('businesses')
    .leftJoin('ratings', 'ratings.business_id', 'businesses.id')
    .selectAll('businesses')
    .select(['ratings.mean', 'ratings.count'])
  const row = idOrSlug.includes('_')
    ? await rows.where('businesses.id', '=', idOrSlug).executeTakeFirst()
    : await rows
        .innerJoin('slugs', 'slugs.business_id', 'businesses.id')
        .where('slugs.slug', '=', idOrSlug)
        .executeTakeFirst()
  return row && { business: fromRow(row), rating: toRating(row) }
}

/** Locked until the transaction ends. */
export async function lock(tx: Tx, id: Id<'business'>): Promise<FullBusiness> {
  const row = await tx.selectFrom('businesses').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  if (!row) throw new Problem('not-found', 'There is no such business')
  return fromRow(row)
}

/** Whether PostgreSQL knows the zone, by which it finds what is open. */
export async function knowsZone(db: Db, timeZone: string): Promise<boolean> {
  const { rows } = await sql<{ is_known: boolean }>`select knows_zone(${timeZone}) as is_known`.execute(db)
  return rows[0]?.is_known ?? false
}

/** Newest first. */
export async function listInMarket(
  db: Db,
  market: {
    id: Id<'market'>
    status: BusinessStatus
    q: string | undefined
    claimed: boolean | undefined
    before: Id<'business'> | undefined
    limit: number
  },
): Promise<FullBusiness[]> {
  const rows = await db
    .selectFrom('businesses')
    .selectAll()
    .where('market_id', '=', market.id)
    .where((row) =>
      row.or([
        row('status', '=', market.status),
        ...(market.status === 'pending' ? [row('proposed', 'is not', null)] : []),
      ]),
    )
    .where((row) =>
      row.and([
        ...(market.q === undefined ? [] : [row('name', 'ilike', `%${escapeLike(market.q)}%`)]),
        ...(market.claimed === undefined ? [] : [row('claimed', '=', market.claimed)]),
        ...(market.before === undefined ? [] : [row('id', '<', market.before)]),
      ]),
    )
    .orderBy('id', 'desc')
    .limit(market.limit)
    .execute()
  return rows.map(fromRow)
}

/** What somebody types is no pattern. */
const escapeLike = (text: string) => text.replaceAll(/[\\%_]/g, String.raw`\$&`)

export async function* all(db: Db, batch = 200): AsyncGenerator<FullBusiness[]> {
  for (let after = ''; ;) {
    const rows = await db
      .selectFrom('businesses')
      .selectAll()
      .where('id', '>', after)
      .orderBy('id')
      .limit(batch)
      .execute()
    if (rows.length === 0) return
    yield rows.map(fromRow)
    after = rows.at(-1)?.id ?? after
  }
}

export async function listIdsAfter(db: Db, after: string, limit: number): Promise<string[]> {
  const rows = await db
    .selectFrom('businesses')
    .select('id')
    .where('id', '>', after)
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map(({ id }) => id)
}

/** This slug and the numbered ones after it, where a business has them. */
export async function findSlugsLike(db: Db, slug: string): Promise<Set<string>> {
  const rows = await db
    .selectFrom('slugs')
    .select('slug')
    .where((row) => row.or([row('slug', '=', slug), row('slug', 'like', `${slug}-%`)]))
    .execute()
  return new Set(rows.map((row) => row.slug))
}

export async function findTakenSlugs(db: Db, slugs: readonly string[]): Promise<Set<string>> {
  const rows = await db
    .selectFrom('slugs')
    .select('slug')
    .where('slug', '=', sql<string>`any(${slugs})`)
    .execute()
  return new Set(rows.map(({ slug }) => slug))
}

export const insert = (tx: Tx, business: FullBusiness) =>
  refuseTakenSlug(tx.insertInto('businesses').values(toRow(business)).execute())

/** Returns those that are new: a row of a source is imported once. */
export async function insertNew(tx: Tx, businesses: readonly FullBusiness[]): Promise<FullBusiness[]> {
  const rows = await tx
    .insertInto('businesses')
    .values(businesses.map(toRow))
    .onConflict((conflict) => conflict.column('source_id').doNothing())
    .returning('id')
    .execute()
  const isNew = new Set(rows.map(({ id }) => id))
  return businesses.filter(({ id }) => isNew.has(id))
}

export const update = (tx: Tx, { id, ...business }: FullBusiness) =>
  refuseTakenSlug(
    tx
      .updateTable('businesses')
      .set({ ...toRow({ id, ...business }), ...(mayBeListed(business) && { site_number: ownSiteNumber }) })
      .where('id', '=', id)
      .execute(),
  )

const mayBeListed = ({ status, source }: Pick<FullBusiness, 'status' | 'source'>) => status === 'published' && !source
const ownSiteNumber = sql<number>`coalesce(site_number, nextval('site_numbers'))`

async function refuseTakenSlug<T>(work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    const constraint = error instanceof Error && 'constraint' in error ? error.constraint : undefined
    if (constraint === 'businesses_slug' || constraint === 'businesses_slug_reserved')
      throw new Problem('business/slug-taken', 'Choose another address')
    throw error
  }
}

/** Of a business that never was on the site: nobody follows them, and they may hold its owner's name. */
export async function removeFormerSlugs(tx: Tx, { id, slug }: Pick<FullBusiness, 'id' | 'slug'>): Promise<void> {
  await tx.deleteFrom('slugs').where('business_id', '=', id).where('slug', '<>', slug).execute()
}
