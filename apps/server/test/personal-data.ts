import { readFile } from 'node:fs/promises'
import { serviceNames } from '@buy-locals/contracts/operation'

export type Declaration = { place: string; outcome: string }

/** The lines of docs/personal-data.md: `schema.table.column`, a key or a file, and what becomes of it. */
export async function readDeclarations(): Promise<Declaration[]> {
  const rows = await readRows('personal-data.md')
  return rows.flatMap((cells) => (cells.length === 3 ? ofTable(cells) : ofPlace(cells)))
}

/** The lines of docs/retention.md: `schema.table`, and how long its rows stay. */
export async function readRetention(): Promise<Declaration[]> {
  const rows = await readRows('retention.md')
  return rows.flatMap(([table = '', outcome = '']) =>
    table === 'Table' ? [] : inEverySchema(table).map((place) => ({ place, outcome })),
  )
}

async function readRows(name: string): Promise<string[][]> {
  const lines = (await readFile(new URL(`../../../docs/${name}`, import.meta.url), 'utf8')).split('\n')
  const rows = lines.filter((line) => line.startsWith('|') && !/^\|[\s-]+\|/.test(line))
  return rows.map((line) =>
    line
      .slice(1, -1)
      .split('|')
      .map((cell) => cell.trim().replaceAll(/[\\`]/g, '')),
  )
}

const inEverySchema = (table: string): string[] =>
  table.startsWith('*.') ? serviceNames.map((name) => name + table.slice(1)) : [table]

function ofTable([table = '', columns = '', outcome = '']: string[]): Declaration[] {
  if (table === 'Table') return []
  return inEverySchema(table).flatMap((name) =>
    columns.split(', ').map((column) => ({ place: `${name}.${column}`, outcome })),
  )
}

const ofPlace = ([place = '', outcome = '']: string[]): Declaration[] =>
  place === 'Key' || place === 'File' ? [] : [{ place, outcome }]
