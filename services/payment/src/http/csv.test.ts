import { expect, test } from 'vitest'
import { formatRows, plainCell, textCell } from './csv.ts'

test('cells that begin like a formula are text to a spreadsheet', () => {
  expect(textCell('=HYPERLINK("http://evil.example")')).toBe(`"'=HYPERLINK(""http://evil.example"")"`)
  for (const sign of ['=', '+', '-', '@', '\t']) expect(textCell(`${sign}1+1`)).toBe(`'${sign}1+1`)
  expect(textCell('Haircut')).toBe('Haircut')
})

test('a negative amount stays a number, and a comma stays in its cell', () => {
  expect(formatRows([[plainCell('-5.00'), textCell('Cut, wash "and" go')]])).toBe('-5.00,"Cut, wash ""and"" go"\r\n')
})
