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

/** A copy of the counts. When it is too old, the first caller fetches what has changed and the others wait for it. */
export function countsInMemory(db: Kysely<Database>, freshForMs = 5_000): Counts {
  const towns = new Map<string, Town>()
  const numbers = new Map<string, number>([[labels.all, 0]])
  let [refreshedAt, horizonOfCopy] = [-Infinity, '0']
  let refreshing = Promise.resolve()

  const refresh = async () => {
    for (const { cell, label, businesses, horizon } of await findChanges(db, horizonOfCopy)) {
      horizonOfCopy = horizon
      if (cell === null || label === null) continue
      const number = numbers.get(label) ?? numbers.size
      numbers.set(label, number)
      const { counts } = findOrAddCell(towns, cell)
      while (counts.length <= number) counts.push(0)
      counts[number] = businesses ?? 0
    }
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

/** What was written by transactions that may not have ended at the last refresh; the next horizon is of the same snapshot. */
async function findChanges(db: Kysely<Database>, since: string) {
  const { rows } = await sql<{ cell: string | null; label: string | null; businesses: number | null; horizon: string }>`
    select cell, label, businesses, horizon::text
    from (select pg_snapshot_xmin(pg_current_snapshot()) as horizon) as now
    left join search_counts on changed_in >= ${since}::xid8`.execute(db)
  return rows
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
