import { stringify } from 'csv-stringify/sync'
import { cleanLine } from '@buy-locals/contracts/plain-text'

/** What a spreadsheet would take for a formula. */
const formulaStart = /^[=+\-@]/

/** A cell that people have written. An apostrophe in front tells a spreadsheet that it is text. Numbers, ids and instants of our own need none. */
export function textCell(text: string): string {
  const line = cleanLine(text)
  return formulaStart.test(line) ? `'${line}` : line
}

/** RFC 4180. */
export const formatRows = (rows: readonly (readonly string[])[]): string =>
  stringify(rows as string[][], { record_delimiter: 'windows' })
