import { cellToLatLng } from 'h3-js'
import { sql, type Kysely } from 'kysely'
import { isNear, withPosition, type Area, type PositionedPoint } from '../domain/geography.ts'
import { toTownCell } from './cells.ts'
import type { Database } from './database.ts'
import { labels } from './search-counts.ts'

export type Counts = {
  /** How many businesses in the area have each label. A cell counts where its center lies. */
  countByLabel(area: Area): Promise<Map<string, number>>
  /** Cells of the towns that may have a business in the area. */
  findTowns(area: Area): Promise<string[]>
}

/** `counts` has a place for each label, by the label's number. */
type Cell = PositionedPoint & { counts: number[] }
type Town = PositionedPoint & { name: string; cells: Map<string, Cell> }

/** In metres: how far a cell reaches from its center, and a town with all cells that are counted in it. */
const radius = { cell: 700, town: 40_000 }

/** Five thousand rows. */
const blocksAtOnce = 40

/** A copy of the counts. When it is too old, the first caller fetches what has changed and the others wait for it. */
export function countsInMemory(db: Kysely<Database>, freshForMs = 5_000): Counts {
  const towns = new Map<string, Town>()
  const numbers = new Map<string, number>([[labels.all, 0]])
  let refreshedAt = -Infinity
  let horizonOfCopy: string | undefined
  let refreshing = Promise.resolve()

  const refresh = async () => {
    const { horizon, blocks } = await findHorizon(db)
    const changes = horizonOfCopy === undefined ? listAll(db, blocks) : [await listChanges(db, horizonOfCopy)]
    for await (const rows of changes) {
      for (const { cell, label, businesses } of rows) {
        const number = numbers.get(label) ?? numbers.size
        numbers.set(label, number)
        const { counts } = findOrAddCell(towns, cell)
        while (counts.length <= number) counts.push(0)
        counts[number] = businesses
      }
    }
    horizonOfCopy = horizon
  }
  const ensureFresh = () => {
    if (performance.now() - refreshedAt < freshForMs) return refreshing
    refreshedAt = performance.now()
    refreshing = refresh()
    refreshing.catch(() => (refreshedAt = -Infinity))
    return refreshing
  }

  return {
    countByLabel: async (area) => {
      await ensureFresh()
      const sums = Array<number>(numbers.size).fill(0)
      for (const town of towns.values()) {
        for (const { counts } of countedCells(town, area, 0)) {
          for (let number = 0; number < counts.length; number++)
            sums[number] = (sums[number] ?? 0) + (counts[number] ?? 0)
        }
      }
      return new Map([...numbers].map(([label, number]) => [label, sums[number] ?? 0]))
    },
    findTowns: async (area) => {
      await ensureFresh()
      return [...towns.values()]
        .filter((town) => !countedCells(town, area, radius.cell).next().done)
        .map(({ name }) => name)
    },
  }
}

type Count = { cell: string; label: string; businesses: number }

/** What is written by transactions that have not ended has this number or a higher one. Asked before what it is the horizon of, so that nothing falls between. */
async function findHorizon(db: Kysely<Database>): Promise<{ horizon: string; blocks: number }> {
  const { rows } = await sql<{ horizon: string; blocks: number }>`
    select pg_snapshot_xmin(pg_current_snapshot())::text as horizon,
      (pg_relation_size('search_counts') / current_setting('block_size')::integer)::integer as blocks`.execute(db)
  return rows[0] ?? { horizon: '0', blocks: 0 }
}

async function listChanges(db: Kysely<Database>, since: string): Promise<Count[]> {
  const { rows } = await sql<Count>`
    select cell, label, businesses from search_counts where changed_in >= ${since}::xid8`.execute(db)
  return rows
}

/** A country has a million of them, so they are read as they lie. What is written meanwhile, wherever, is among the changes of the next time. */
async function* listAll(db: Kysely<Database>, blocks: number): AsyncGenerator<Count[]> {
  for (let block = 0; block < blocks; block += blocksAtOnce) {
    const { rows } = await sql<Count>`
      select cell, label, businesses from search_counts
      where ctid >= ${`(${block},0)`}::tid and ctid < ${`(${block + blocksAtOnce},0)`}::tid`.execute(db)
    yield rows
  }
}

function* countedCells(town: Town, area: Area, metres: number): Generator<Cell> {
  if (!isNear(town, area, radius.town)) return
  for (const cell of town.cells.values()) {
    if (cell.counts[0] && isNear(cell, area, metres)) yield cell
  }
}

function findOrAddCell(towns: Map<string, Town>, cell: string): Cell {
  const name = toTownCell(cell)
  const town = towns.get(name) ?? { name, ...toCenter(name), cells: new Map<string, Cell>() }
  towns.set(name, town)
  const counted = town.cells.get(cell) ?? { ...toCenter(cell), counts: [] }
  town.cells.set(cell, counted)
  return counted
}

function toCenter(cell: string): PositionedPoint {
  const [lat, lon] = cellToLatLng(cell)
  return withPosition({ lat, lon })
}
