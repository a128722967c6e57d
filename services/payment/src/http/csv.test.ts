import { expect, test } from 'vitest'
import { formatRows, textCell } from './csv.ts'

test('cells that begin like a formula are text to a spreadsheet', () => {
  expect(formatRows([[textCell('=HYPERLINK("http://evil.example")')]])).toBe(
    `"'=HYPERLINK(""http://evil.example"")"\r\n`,
  )
  for (const sign of ['=', '+', '-', '@', '\t']) expect(formatRows([[textCell(`${sign}1+1`)]])).toBe(`'${sign}1+1\r\n`)
  expect(formatRows([[textCell('Haircut')]])).toBe('Haircut\r\n')
})

test('a negative amount stays a number, and a comma stays in its cell', () => {
  expect(formatRows([['-5.00', textCell('Cut, wash "and" go')]])).toBe('-5.00,"Cut, wash ""and"" go"\r\n')
})

test('a line break stays in its cell', () => {
  expect(formatRows([[textCell('one\r\ntwo'), 'a']])).toBe('"one\r\ntwo",a\r\n')
})
