import { expect, test } from 'vitest'
import { newId } from '@buy-locals/values/ids'
import { readNote, startNotes, writeNote, noteWritten } from './support.ts'

test('an operation answers what its contract promises: a column added to a table cannot leak', async () => {
  await using notes = await startNotes()
  const [staff, shop] = [newId('person'), newId('business')]
  await notes.member(staff, shop, 'staff')
  const written = await notes.call(writeNote, { params: { businessId: shop }, body: { words: 'Hello' } }, { as: staff })
  expect(written.status).toBe(201)
  const { body } = await notes.call(readNote, { params: { noteId: written.body.id } })
  expect(body).toEqual({ id: written.body.id, businessId: shop, words: 'Hello', version: 1 })
  const [said] = await notes.published(noteWritten)
  expect(said).toMatchObject({
    subject: written.body.id,
    sequence: 1,
    at: '2026-03-20T08:00:00Z',
    data: { words: 'Hello' },
  })
  await notes.advance('PT1H')
  expect((await notes.call(readNote, { params: { noteId: written.body.id } })).status).toBe(404)
})
