import { readFile } from 'node:fs/promises'
import { serviceNames } from '@buy-locals/contracts/operation'

export type Declaration = { place: string; outcome: string }

const file = new URL('../../../docs/personal-data.md', import.meta.url)

/** The lines of docs/personal-data.md: `schema.table.column`, a key or a file, and what becomes of it. */
export async function readDeclarations(): Promise<Declaration[]> {
  const rows = (await readFile(file, 'utf8'))
    .split('\n')
    .filter((line) => line.startsWith('|') && !/^\|[\s-]+\|/.test(line))
    .map((line) =>
      line
        .slice(1, -1)
        .split('|')
        .map((cell) => cell.trim().replaceAll(/[\\`]/g, '')),
    )
  return rows.flatMap((cells) => (cells.length === 3 ? ofTable(cells) : ofPlace(cells)))
}

function ofTable([table = '', columns = '', outcome = '']: string[]): Declaration[] {
  if (table === 'Table') return []
  const tables = table.startsWith('*.') ? serviceNames.map((name) => name + table.slice(1)) : [table]
  return tables.flatMap((name) => columns.split(', ').map((column) => ({ place: `${name}.${column}`, outcome })))
}

const ofPlace = ([place = '', outcome = '']: string[]): Declaration[] =>
  place === 'Key' || place === 'File' ? [] : [{ place, outcome }]
