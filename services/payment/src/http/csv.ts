/** What a spreadsheet would take for a formula. */
const formula = /^[=+\-@\t\r]/

/** Words of people. An apostrophe in front tells a spreadsheet that they are words. */
export const words = (text: string): string => quoted(formula.test(text) ? `'${text}` : text)

/** What we write ourselves: numbers, ids, instants. */
export const plain = (text: string): string => quoted(text)

export const table = (rows: readonly (readonly string[])[]): string =>
  rows.map((cells) => `${cells.join(',')}\r\n`).join('')

const quoted = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
