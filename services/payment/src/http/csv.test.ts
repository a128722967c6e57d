import { expect, test } from 'vitest'
import { plain, table, words } from './csv.ts'

test('cells that begin like a formula are words to a spreadsheet', () => {
  expect(words('=HYPERLINK("http://evil.example")')).toBe(`"'=HYPERLINK(""http://evil.example"")"`)
  for (const sign of ['=', '+', '-', '@', '\t']) expect(words(`${sign}1+1`)).toBe(`'${sign}1+1`)
  expect(words('Haircut')).toBe('Haircut')
})

test('a negative amount stays a number, and a comma stays in its cell', () => {
  expect(table([[plain('-5.00'), words('Cut, wash "and" go')]])).toBe('-5.00,"Cut, wash ""and"" go"\r\n')
})
