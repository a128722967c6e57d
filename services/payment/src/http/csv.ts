import { stringify } from 'csv-stringify/sync'

/** What a spreadsheet would take for a formula. */
const formulaStart = /^[=+\-@\t\r]/

/** A cell that people have written. An apostrophe in front tells a spreadsheet that it is text. Numbers, ids and instants of our own need none. */
export const textCell = (text: string): string => (formulaStart.test(text) ? `'${text}` : text)

/** RFC 4180. */
export const formatRows = (rows: readonly (readonly string[])[]): string =>
  stringify(rows as string[][], { record_delimiter: 'windows' })
