import { sql, type Transaction } from 'kysely'
import { toPosition } from '../domain/geography.ts'
import { toExceptionRanges, toWeekRanges } from '../domain/hour-ranges.ts'
import { splitTerms } from '../domain/search-terms.ts'
import { fromRow, type BusinessRow } from './business-row.ts'
import { toCells, toCountCell, toTownCell } from './cells.ts'
import type { Database } from './database.ts'
import { addCounts, labels, type CountChange } from './search-counts.ts'

type Tx = Transaction<Database>

/** What a business without reviews is ranked by. */
const unratedBayes = 4

/** PostgreSQL refuses a text vector of a megabyte. Two hundred services have 16,000 characters. */
const maxNamesLength = 20_000

/** Brings the read model of these businesses up to date in the transaction that changed them. What is not published is removed from it. */
export async function reindex(tx: Tx, ids: readonly string[]): Promise<void> {
  const rows = await load(tx, ids)
  const docs = rows.filter(({ status }) => status === 'published').map(toDoc)
  const removed = await tx
    .deleteFrom('search_docs')
    .where('business_id', '=', sql<string>`any(${ids})`)
    .returning(['count_cell', 'labels'])
    .execute()
  await insert(tx, docs)
  await addCounts(tx, removed.map(toChange(-1)), docs.map(toChange(1)))
}

/** Locked in the order of their ids, so that two transactions that index the same businesses wait for each other. */
const load = (tx: Tx, ids: readonly string[]) =>
  tx
    .selectFrom('businesses')
    .leftJoin('ratings', 'ratings.business_id', 'businesses.id')
    .selectAll('businesses')
    .select((row) => [
      'ratings.mean',
      'ratings.bayes',
      sql<boolean>`knows_zone(businesses.time_zone)`.as('is_zone_known'),
      row
        .selectFrom('services')
        .select(sql<string>`left(string_agg(name, ' '), ${maxNamesLength})`.as('names'))
        .whereRef('services.business_id', '=', 'businesses.id')
        .where('active', '=', true)
        .as('service_names'),
    ])
    .where('businesses.id', '=', sql<string>`any(${ids})`)
    .orderBy('businesses.id')
    .forUpdate('businesses')
    .execute()

type Loaded = BusinessRow & {
  mean: number | null
  bayes: number | null
  service_names: string | null
  is_zone_known: boolean
}

function toDoc(row: Loaded) {
  const { id, categories, location, description, name, ...business } = fromRow(row)
  // A zone that PostgreSQL has given up would fail the search of a whole town.
  const [timeZone, hours] = row.is_zone_known ? [business.timeZone, business.hours] : ['UTC', undefined]
  const countCell = toCountCell(location)
  return {
    business_id: id as string,
    pos: `(${toPosition(location).join(',')})`,
    lat: location.lat,
    lon: location.lon,
    cells: toCells(location),
    count_cell: countCell,
    town_cell: toTownCell(countCell),
    labels: [
      ...categories,
      ...(hours ? [labels.hoursKnown] : []),
      ...(row.service_names ? [labels.bookable] : []),
    ] as string[],
    price_level: row.price_level,
    rating: row.mean ?? 0,
    bayes: row.bayes ?? unratedBayes,
    time_zone: timeZone,
    hours: toWeekRanges(hours) ?? null,
    terms: sql<string>`search_vector(${toPlainText(name)}, ${toPlainText([...categories, row.service_names, description].join(' '))})`,
    exceptions: toExceptionRanges(hours),
  }
}

/** Text alone: PostgreSQL would find markup, hosts and files in some names. */
const toPlainText = (text: string) => splitTerms(text).join(' ')

type Doc = ReturnType<typeof toDoc>

async function insert(tx: Tx, docs: readonly Doc[]): Promise<void> {
  if (docs.length === 0) return
  await tx
    .insertInto('search_docs')
    .values(docs.map(({ exceptions: _, ...doc }) => doc))
    .execute()
  const exceptions = docs.flatMap((doc) => doc.exceptions.map((day) => ({ business_id: doc.business_id, ...day })))
  if (exceptions.length > 0) await tx.insertInto('search_exceptions').values(exceptions).execute()
}

const toChange =
  (by: 1 | -1) =>
  ({ count_cell, labels: own }: { count_cell: string; labels: string[] }): CountChange => ({
    cell: count_cell,
    labels: own,
    by,
  })
