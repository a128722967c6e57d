import { expect, test } from 'vitest'
import { writeCursor } from '@buy-locals/service-kit/cursor'
import { readSearchCursor, writeSearchCursor } from './search-cursor.ts'

const id = 'biz_01jq0000000000000000000000'
const query = { q: 'barber', near: { lat: 1, lon: 2 } }

test('a cursor keeps to the last bit where the page ended', () => {
  for (const key of [0, 4.1, 1234.567890123456, 1e-7, 5.5e-21, 12_742_017.600000001]) {
    expect(readSearchCursor(query, writeSearchCursor(query, { tier: 1, key, id }, 'bar'))).toEqual({
      after: { tier: 1, key, id },
      as: 'bar',
    })
  }
  expect(readSearchCursor(query, undefined)).toEqual({})
})

test('a cursor of another search, or one that a client made up, is refused', () => {
  const own = writeSearchCursor(query, { tier: 0, key: 1, id })
  expect(() => readSearchCursor({ q: 'baker' }, own)).toThrow('/query/cursor')
  const [fingerprint] = JSON.parse(Buffer.from(own, 'base64url').toString()) as [string]
  const encode = (text: string) => Buffer.from(text).toString('base64url')
  const hostile = [
    '',
    '!!',
    'AAAA',
    writeCursor([fingerprint, 0, Number.NaN, id, null]),
    encode(`["${fingerprint}",0,1e999,"${id}",null]`),
    writeCursor([fingerprint, 0, '1', id, null]),
    writeCursor([fingerprint, 3, 1, id, null]),
    writeCursor([fingerprint, 1, id, null]),
    writeCursor([fingerprint, 0, 1, id, 'x'.repeat(81)]),
    writeCursor([fingerprint, 0, 1, "' or true", null]),
    writeCursor([fingerprint, 0, 1, `${id} `, null]),
    writeCursor([fingerprint, 0, 1, id, id, null]),
  ]
  for (const cursor of hostile) expect(() => readSearchCursor(query, cursor)).toThrow('/query/cursor')
})
