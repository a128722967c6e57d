import { cellToLatLng } from 'h3-js'
import { sql, type Kysely } from 'kysely'
import { isNear, lookFor, type Area, type Looked } from '../domain/sphere.ts'
import { townCellOf } from './cells.ts'
import type { Database } from './database.ts'

export type Counts = {
  /** How many businesses in the area have each label; '' are all. A cell counts where its centre lies. */
  within(area: Area): Promise<Map<string, number>>
  /** The towns that may have something in the area. */
  towns(area: Area): Promise<string[]>
}

/** By the number of the label. */
type Cell = Looked & { counts: number[] }
type Town = Looked & { name: string; cells: Map<string, Cell> }

/** In metres: how far from its centre a cell reaches, and a town with all that is counted in it. */
const REACH = { cell: 700, town: 40_000 }

/** A copy of the counts. When it is too old, whoever asks first fetches what has changed and the others wait for it. */
export function countsInMemory(db: Kysely<Database>, freshForMs = 5_000): Counts {
  const towns = new Map<string, Town>()
  const labels = new Map<string, number>([['', 0]])
  let [askedAt, since] = [-Infinity, '0']
  let asking = Promise.resolve()

  const refresh = async () => {
    for (const { cell, label, businesses, horizon } of await changedSince(db, since)) {
      since = horizon
      if (cell === null || label === null) continue
      const number = labels.get(label) ?? labels.size
      labels.set(label, number)
      const { counts } = cellIn(towns, cell)
      while (counts.length <= number) counts.push(0)
      counts[number] = businesses ?? 0
    }
  }
  const fresh = () => {
    if (performance.now() - askedAt < freshForMs) return asking
    askedAt = performance.now()
    asking = refresh()
    asking.catch(() => (askedAt = -Infinity))
    return asking
  }

  return {
    within: async (area) => {
      await fresh()
      const sums = Array<number>(labels.size).fill(0)
      for (const town of towns.values()) {
        for (const { counts } of cellsIn(town, area, 0)) {
          for (let number = 0; number < counts.length; number++)
            sums[number] = (sums[number] ?? 0) + (counts[number] ?? 0)
        }
      }
      return new Map([...labels].map(([label, number]) => [label, sums[number] ?? 0]))
    },
    towns: async (area) => {
      await fresh()
      return [...towns.values()].filter((town) => !cellsIn(town, area, REACH.cell).next().done).map(({ name }) => name)
    },
  }
}

/** What was written by transactions that may not have been over when it was last asked; the horizon is that of the same snapshot. */
async function changedSince(db: Kysely<Database>, since: string) {
  const { rows } = await sql<{ cell: string | null; label: string | null; businesses: number | null; horizon: string }>`
    select cell, label, businesses, horizon::text
    from (select pg_snapshot_xmin(pg_current_snapshot()) as horizon) as now
    left join search_counts on changed_in >= ${since}::xid8`.execute(db)
  return rows
}

function* cellsIn(town: Town, area: Area, reach: number): Generator<Cell> {
  if (!isNear(town, area, REACH.town)) return
  for (const cell of town.cells.values()) {
    if (cell.counts[0] && isNear(cell, area, reach)) yield cell
  }
}

function cellIn(towns: Map<string, Town>, cell: string): Cell {
  const name = townCellOf(cell)
  const town = towns.get(name) ?? { name, ...centreOf(name), cells: new Map<string, Cell>() }
  towns.set(name, town)
  const known = town.cells.get(cell) ?? { ...centreOf(cell), counts: [] }
  town.cells.set(cell, known)
  return known
}

function centreOf(cell: string): Looked {
  const [lat, lon] = cellToLatLng(cell)
  return lookFor({ lat, lon })
}
