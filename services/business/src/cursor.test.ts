import { expect, test } from 'vitest'
import { fingerprint, readCursor, writeCursor } from './cursor.ts'

const id = 'biz_01jq0000000000000000000000'
const question = fingerprint({ q: 'barber', near: { lat: 1, lon: 2 } })

test('a cursor says to the last bit where the page ended', () => {
  for (const key of [0, 4.1, 1234.567890123456, 1e-7, 5.5e-21, 12_742_017.600000001]) {
    expect(readCursor(question, writeCursor(question, { key, id }))).toEqual({ key, id })
  }
  expect(readCursor(question, undefined)).toBeUndefined()
})

test('a cursor of another search, or of nobody, is refused', () => {
  const own = writeCursor(question, { key: 1, id })
  expect(() => readCursor(fingerprint({ q: 'baker' }), own)).toThrow('not a cursor of this search')
  const made = (text: string) => Buffer.from(text).toString('base64url')
  const hostile = [
    '',
    '!!',
    'AAAA',
    made(`${question} NaN ${id}`),
    made(`${question} 1e999 ${id}`),
    made(`${question} 1 ' or true`),
    made(`${question} 1 ${id} `),
  ]
  for (const cursor of hostile) expect(() => readCursor(question, cursor)).toThrow('not a cursor of this search')
})
