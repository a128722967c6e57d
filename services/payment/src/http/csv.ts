/** What a spreadsheet would take for a formula. */
const formula = /^[=+\-@\t\r]/

/** A cell that people have written. An apostrophe in front tells a spreadsheet that it is text. */
export const textCell = (text: string): string => quote(formula.test(text) ? `'${text}` : text)

/** A cell that we have written: a number, an id, an instant. */
export const plainCell = (text: string): string => quote(text)

export const formatRows = (rows: readonly (readonly string[])[]): string =>
  rows.map((cells) => `${cells.join(',')}\r\n`).join('')

const quote = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
