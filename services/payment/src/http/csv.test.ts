import { parse } from 'csv-parse/sync'
import { hostileNames } from '@buy-locals/contracts/testing/hostile-names'
import { cleanLine } from '@buy-locals/contracts/plain-text'
import { expect, test } from 'vitest'
import { formatRows, textCell } from './csv.ts'

test('cells that begin like a formula are text to a spreadsheet', () => {
  expect(formatRows([[textCell('=HYPERLINK("http://evil.example")')]])).toBe(
    `"'=HYPERLINK(""http://evil.example"")"\r\n`,
  )
  for (const sign of ['=', '+', '-', '@']) expect(formatRows([[textCell(`${sign}1+1`)]])).toBe(`'${sign}1+1\r\n`)
  expect(formatRows([[textCell('Haircut')]])).toBe('Haircut\r\n')
})

test('a negative amount stays a number, and a comma stays in its cell', () => {
  expect(formatRows([['-5.00', textCell('Cut, wash "and" go')]])).toBe('-5.00,"Cut, wash ""and"" go"\r\n')
})

test('a line break stays in its cell', () => {
  expect(formatRows([['one\r\ntwo', 'a']])).toBe('"one\r\ntwo",a\r\n')
})

test.each(hostileNames)('another program reads the name %j out of the file as one cell, and no formula', (name) => {
  const rows = parse(formatRows([['-5.00', textCell(name), 'last']]), { encoding: 'utf8' })
  expect(rows).toHaveLength(1)
  const [amount, cell, last, ...more] = rows[0] as string[]
  expect([amount, last, more]).toEqual(['-5.00', 'last', []])
  expect(cell?.replace(/^'(?=[=+\-@])/, '')).toBe(cleanLine(name))
  expect(cell).not.toMatch(/^\s*[=+\-@]|[\p{Cc}\p{Bidi_Control}]/u)
})
