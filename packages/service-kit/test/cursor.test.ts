import { expect, test } from 'vitest'
import { z } from 'zod'
import { newId } from '@buy-locals/values/ids'
import { readCursor, readIdCursor, toPage, writeCursor } from '../src/cursor.ts'

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

test('a position of several parts is read as it was written, and a made-up one is refused', () => {
  const position = z.tuple([z.int(), z.string()])
  expect(readCursor(position, writeCursor([7, 'Boise']))).toEqual([7, 'Boise'])
  expect(readCursor(position, undefined)).toBeUndefined()
  for (const cursor of ['', 'x', 'bm9uZQ', writeCursor(['Boise', 7])])
    expect(() => readCursor(position, cursor)).toThrow('take it from nextCursor')
})
