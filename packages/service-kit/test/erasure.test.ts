import { personErased } from '@buy-locals/contracts/auth/events'
import { newId } from '@buy-locals/values/ids'
import { expect, test } from 'vitest'
import { isErased } from '../src/erasure.ts'
import { readNote, changeNote, startNotes } from './support.ts'

const texts = async ({ db }: Awaited<ReturnType<typeof startNotes>>) =>
  (await db.selectFrom('notes').select('text').execute()).map(({ text }) => text)

test('what is stored about an erased person while the first pass runs is gone after the later ones', async () => {
  await using notes = await startNotes()
  const personId = newId('person')
  const row = () => ({ id: newId('review'), business_id: newId('business'), text: personId, secret: '', version: 1 })
  const late = () => notes.db.insertInto('notes').values(row()).execute()
  await late()
  await notes.deliver(personErased, personId, 2, { personId, keepReviews: false, version: 2 })
  await notes.advance('PT1S')
  expect(await texts(notes)).toEqual([])
  for (const by of ['PT1H', 'P4D', 'P1D'] as const) {
    await late()
    await notes.advance(by)
  }
  expect(await texts(notes)).toEqual([])
})

test('an erasure that is handled twice, or published again, is one', async () => {
  await using notes = await startNotes()
  const personId = newId('person')
  const event = await notes.deliver(personErased, personId, 2, { personId, keepReviews: true, version: 2 })
  await notes.redeliver(event)
  await notes.deliver(personErased, personId, 2, { personId, keepReviews: false, version: 2 })
  await notes.advance('PT1S')
  const erased = await notes.db.selectFrom('erased_people').selectAll().execute()
  expect(erased.map(({ person_id, keep_reviews }) => [person_id, keep_reviews])).toEqual([[personId, true]])
  expect(await isErased(notes.db, personId)).toBe(true)
})

test('a token of an erased person is nobody’s', async () => {
  await using notes = await startNotes()
  const personId = newId('person')
  const noteId = newId('review')
  const change = () =>
    notes.call(changeNote, { params: { noteId }, body: { text: 'x' } }, { as: personId, headers: { 'if-match': '1' } })
  expect((await change()).problem?.code).not.toBe('unauthenticated')
  await notes.deliver(personErased, personId, 2, { personId, keepReviews: false, version: 2 })
  expect((await change()).problem?.code).toBe('unauthenticated')
  expect((await notes.call(readNote, { params: { noteId } }, { as: personId })).problem?.code).toBe('not-found')
})
