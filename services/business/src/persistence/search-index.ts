import { sql, type Transaction } from 'kysely'
import { position } from '../domain/sphere.ts'
import { wordsOf } from '../domain/words.ts'
import { exceptionsOf, weekOf } from '../domain/week.ts'
import { fromRow, type BusinessRow } from './business-row.ts'
import { cellsOf, countCellOf, townCellOf } from './cells.ts'
import type { Database } from './database.ts'
import { count, type Counted } from './search-counts.ts'

type Tx = Transaction<Database>

/** Ranks a business nobody has rated among the others. */
const PRIOR = 4

/** Brings the read model to what is known now of these businesses, in the transaction that changed it. Whatever is not published leaves it. */
export async function index(tx: Tx, ids: readonly string[]): Promise<void> {
  const known = await load(tx, ids)
  const docs = known.filter(({ status }) => status === 'published').map(docOf)
  const left = await tx
    .deleteFrom('search_docs')
    .where('business_id', '=', sql<string>`any(${ids})`)
    .returning(['count_cell', 'labels'])
    .execute()
  await insert(tx, docs)
  await count(tx, left.map(counted(-1)), docs.map(counted(1)))
}

/** In the order of their ids and locked, so that two who index the same businesses do it one after the other. */
const load = (tx: Tx, ids: readonly string[]) =>
  tx
    .selectFrom('businesses')
    .leftJoin('ratings', 'ratings.business_id', 'businesses.id')
    .selectAll('businesses')
    .select((row) => [
      'ratings.mean',
      'ratings.bayes',
      row
        .selectFrom('services')
        .select(sql<string>`string_agg(name, ' ')`.as('names'))
        .whereRef('services.business_id', '=', 'businesses.id')
        .where('active', '=', true)
        .as('offers'),
    ])
    .where('businesses.id', '=', sql<string>`any(${ids})`)
    .orderBy('businesses.id')
    .forUpdate('businesses')
    .execute()

type Loaded = BusinessRow & { mean: number | null; bayes: number | null; offers: string | null }

function docOf(row: Loaded) {
  const { id, categories, location, hours, description, name, timeZone } = fromRow(row)
  const countCell = countCellOf(location)
  return {
    business_id: id as string,
    pos: `(${position(location).join(',')})`,
    lat: location.lat,
    lon: location.lon,
    cells: cellsOf(location),
    count_cell: countCell,
    town_cell: townCellOf(countCell),
    labels: [...categories, ...(hours ? ['~hours'] : []), ...(row.offers ? ['~offers'] : [])] as string[],
    price_level: row.price_level,
    rating: row.mean ?? 0,
    bayes: row.bayes ?? PRIOR,
    time_zone: timeZone,
    hours: weekOf(hours) ?? null,
    words: sql<string>`search_vector(${plain(name)}, ${plain([...categories, row.offers, description].join(' '))})`,
    exceptions: exceptionsOf(hours),
  }
}

/** PostgreSQL would see marks-up, hosts and files in some names. */
const plain = (text: string) => wordsOf(text).join(' ')

type Doc = ReturnType<typeof docOf>

async function insert(tx: Tx, docs: readonly Doc[]): Promise<void> {
  if (docs.length === 0) return
  await tx
    .insertInto('search_docs')
    .values(docs.map(({ exceptions: _, ...doc }) => doc))
    .execute()
  const exceptions = docs.flatMap((doc) => doc.exceptions.map((day) => ({ business_id: doc.business_id, ...day })))
  if (exceptions.length > 0) await tx.insertInto('search_exceptions').values(exceptions).execute()
}

const counted =
  (by: 1 | -1) =>
  ({ count_cell, labels }: { count_cell: string; labels: string[] }): Counted => ({ cell: count_cell, labels, by })
