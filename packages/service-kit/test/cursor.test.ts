import { expect, test } from 'vitest'
import { newId } from '@buy-locals/values/ids'
import { readIdCursor, toPage } from '../src/cursor.ts'

test('a page says where the next one begins, the last page does not', () => {
  const rows = Array.from({ length: 3 }, () => ({ id: newId('review') }))
  const first = toPage(rows, 2)
  expect(first).toEqual({ items: rows.slice(0, 2), nextCursor: rows[1]?.id })
  expect(readIdCursor('review', first.nextCursor)).toBe(rows[1]?.id)
  expect(toPage(rows, 3)).toEqual({ items: rows })
})

test('what is no cursor of that list is refused', () => {
  expect(readIdCursor('review', undefined)).toBeUndefined()
  for (const cursor of ['', 'x', newId('payment'), `${newId('review')} `])
    expect(() => readIdCursor('review', cursor)).toThrow('take it from nextCursor')
})
