import { sql, type Transaction } from 'kysely'
import { toPosition } from '../domain/geography.ts'
import { toExceptionRanges, toWeekRanges } from '../domain/hour-ranges.ts'
import { listTrades } from '../domain/read-query.ts'
import { joinNeighbors, splitTerms } from '../domain/search-terms.ts'
import { fromRow, type BusinessRow } from './business-row.ts'
import { toCells, toCountCell, toTownCell } from './cells.ts'
import type { Database } from './database.ts'
import { addCounts, labels, tierLabels, type CountChange } from './search-counts.ts'
import { toTradeTerm } from './text-query.ts'

type Tx = Transaction<Database>

/** What a business without reviews is ranked by. */
const unratedBayes = 4

/** PostgreSQL refuses a text vector of a megabyte. Two hundred services have 16,000 characters. */
const maxNamesLength = 20_000
const nameBreak = '\n'

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
  await addTerms(tx, docs.flatMap((doc) => doc.ownTerms)) // prettier-ignore
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
        .select(sql<string>`left(string_agg(name, ${nameBreak} order by service_id), ${maxNamesLength})`.as('names'))
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
  const services = row.service_names?.split(nameBreak) ?? []
  const tier = services.length > 0 ? 0 : business.claimed ? 1 : 2
  const names = splitTerms(name)
  const other = splitTerms([...categories, description].join(' '))
  const place = splitTerms(business.address.city)
  const ofServices = services.map(splitTerms)
  return {
    business_id: id as string,
    pos: `(${toPosition(location).join(',')})`,
    lat: location.lat,
    lon: location.lon,
    cells: toCells(location),
    count_cell: countCell,
    town_cell: toTownCell(countCell),
    tier,
    labels: [...categories, ...(hours ? [labels.hoursKnown] : []), tierLabels[tier]] as string[],
    price_level: row.price_level,
    rating: row.mean ?? 0,
    bayes: row.bayes ?? unratedBayes,
    time_zone: timeZone,
    hours: toWeekRanges(hours) ?? null,
    terms: sql<string>`search_vector(
      ${[...names, ...joinNeighbors(names)].join(' ')},
      ${ofServices.flatMap((own) => [...own, ...joinNeighbors(own)]).join(' ')},
      ${other.join(' ')},
      ${place.join(' ')},
      ${toTradeTerms(listTrades({ categories, name, services }))})`,
    ownTerms: [...names, ...ofServices.flat(), ...other, ...place],
    exceptions: toExceptionRanges(hours),
  }
}

/** Who shows it comes before those of whom it is usual. */
const toTradeTerms = ({ own, usual }: ReturnType<typeof listTrades>) =>
  [...own.map((id) => `${toTradeTerm(id)}:1A`), ...usual.map((id) => `${toTradeTerm(id)}:1B`)].join(' ')

type Doc = ReturnType<typeof toDoc>

async function insert(tx: Tx, docs: readonly Doc[]): Promise<void> {
  if (docs.length === 0) return
  await tx
    .insertInto('search_docs')
    .values(docs.map(({ exceptions: _, ownTerms: _terms, ...doc }) => doc))
    .execute()
  const exceptions = docs.flatMap((doc) => doc.exceptions.map((day) => ({ business_id: doc.business_id, ...day })))
  if (exceptions.length > 0) await tx.insertInto('search_exceptions').values(exceptions).execute()
}

/** In one order, so that two transactions that add the same terms wait for each other without a deadlock. */
async function addTerms(tx: Tx, terms: readonly string[]): Promise<void> {
  const own = [...new Set(terms)].filter((term) => /^\p{L}{4,30}$/u.test(term)).toSorted()
  await sql`
    insert into search_terms select term from unnest(${own}::text[]) as term
    where not exists (select from search_terms as stored where stored.term = term.term) order by term
    on conflict do nothing`.execute(tx)
}

const toChange =
  (by: 1 | -1) =>
  ({ count_cell, labels: own }: { count_cell: string; labels: string[] }): CountChange => ({
    cell: count_cell,
    labels: own,
    by,
  })
