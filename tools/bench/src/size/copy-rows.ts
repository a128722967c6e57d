import { once } from 'node:events'
import type { Client } from 'pg'
import { from as copyFrom } from 'pg-copy-streams'

export type Value = string | number | boolean | null
type Columns = Record<string, (n: number) => Value>
export type Copy = {
  /** With its schema. */
  table: string
  count: number
  /** The number of the first row: 1 where the row of number 0 is there. */
  from?: number
  only?: (n: number) => boolean
  /** What differs from row to row. */
  columns: Columns
  /** All other columns are as in one row that is there. */
  like?: string
}

const chunkLength = 256 * 1024

/** Many rows by COPY: what a migration adds to a table is in them, because they are made like a row that the product wrote. */
export async function copyRows(
  db: Client,
  { table, count, from = 0, only = () => true, columns, like }: Copy,
): Promise<void> {
  const model = like === undefined ? {} : await readModel(db, table, like)
  const names = [...new Set([...Object.keys(model), ...Object.keys(columns)])]
  const cells = names.map((name) => columns[name] ?? toConstant(model[name] ?? null))
  const list = names.map((name) => `"${name}"`).join(', ')
  const stream = db.query(copyFrom(`copy ${table} (${list}) from stdin`))
  let chunk = ''
  for (let n = from; n < count; n++) {
    if (!only(n)) continue
    for (const [at, cell] of cells.entries()) chunk += (at === 0 ? '' : '\t') + toText(cell(n))
    chunk += '\n'
    if (chunk.length < chunkLength) continue
    if (!stream.write(chunk)) await once(stream, 'drain')
    chunk = ''
  }
  stream.end(chunk)
  await once(stream, 'finish')
}

const toConstant = (value: Value) => () => value

async function readModel(db: Client, table: string, like: string): Promise<Record<string, string | null>> {
  const [schema, name] = table.split('.')
  const { rows: found } = await db.query<{ column_name: string }>(
    `select column_name from information_schema.columns where table_schema = $1 and table_name = $2
     and is_generated = 'NEVER' and identity_generation is null order by ordinal_position`,
    [schema, name],
  )
  const list = found.map((column) => `"${column.column_name}"::text`).join(', ')
  const { rows } = await db.query<Record<string, string | null>>(`select ${list} from ${table} where ${like} limit 1`)
  if (!rows[0]) throw new Error(`${table} has no row to copy where ${like}`)
  return rows[0]
}

const special: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }

function toText(value: Value): string {
  if (value === null) return '\\N'
  if (typeof value === 'string') return value.replaceAll(/[\\\t\n\r]/g, (one) => special[one] ?? one)
  return String(value)
}
