import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { setTimeout } from 'node:timers/promises'
import type { Envelope } from '@buy-locals/contracts/event'
import { openOutbox, record } from '../src/outbox.ts'
import { noteWritten, startNotes } from './support.ts'

const now = Temporal.Instant.from('2026-03-20T08:00:00Z')

async function startWithEvents(count: number) {
  const notes = await startNotes()
  await notes.db.transaction().execute(async (tx) => {
    for (let n = 0; n < count; n++)
      await record(tx, now, noteWritten, `note ${n}`, 1, { noteId: `${n}`, text: 'handle' })
  })
  return notes
}

test('what a transaction took back is never said', async () => {
  await using notes = await startNotes()
  const work = notes.db.transaction().execute(async (tx) => {
    await record(tx, now, noteWritten, 'note', 1, { noteId: '1', text: 'no' })
    throw new Error('changed my mind')
  })
  await expect(work).rejects.toThrow('changed my mind')
  expect(await notes.published()).toEqual([])
})

test('who dies between saying and noting says it again, when the lease is over', async () => {
  await using notes = await startWithEvents(3)
  const received: string[] = []
  const dies = async (events: readonly Envelope[]) => {
    received.push(...events.map(({ id }) => id))
    throw new Error('killed')
  }
  await expect(openOutbox(notes.db, dies, { leaseSeconds: 3 }).drain()).rejects.toThrow('killed')
  expect(await notes.published()).toEqual([])
  await setTimeout(3_050)
  expect((await notes.published()).map(({ id }) => id)).toEqual(received)
  expect(await notes.db.selectFrom('outbox').selectAll().execute()).toEqual([])
})

test('many workers at once say every event once', async () => {
  await using notes = await startWithEvents(120)
  const received: string[] = []
  const slow = async (events: readonly Envelope[]) => {
    await setTimeout(30)
    received.push(...events.map(({ id }) => id))
    return events.map(({ id }) => id)
  }
  const worker = async () => {
    while ((await openOutbox(notes.db, slow, { limit: 7 }).drain()) > 0);
  }
  await Promise.all(Array.from({ length: 6 }, worker))
  expect([received.length, new Set(received).size]).toEqual([120, 120])
})

// The machine may do something else for as long as the pause before the next try.
test('an event that could not be said holds back no other, and comes again', { retry: 5 }, async () => {
  await using notes = await startWithEvents(2)
  const refusesFirst = async (events: readonly Envelope[]) => events.slice(1).map(({ id }) => id)
  expect(await openOutbox(notes.db, refusesFirst).drain()).toBe(1)
  expect(await notes.published()).toEqual([])
  await setTimeout(250)
  expect((await notes.published()).map(({ subject }) => subject)).toEqual(['note 0'])
})
