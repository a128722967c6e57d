import { expect, test } from 'vitest'
import type { Envelope } from '@buy-locals/contracts/event'
import { newId } from '@buy-locals/values/ids'
import { inProcessBus } from '../src/bus.ts'
import { consumer, deliver, reaction } from '../src/inbox.ts'
import { createLog } from '../src/log.ts'
import { startWorker } from '../src/hosts/worker.ts'
import { drain, record } from '../src/outbox.ts'
import { noteWritten, signed, startNotes } from './support.ts'

const log = createLog({ level: 'silent' })

test('an event that comes twice, or twice at once, has its effect once', async () => {
  await using notes = await startNotes()
  const event = await notes.deliver(signed, 'note', 1, { noteId: 'note', name: 'Ada' })
  await Promise.all([notes.redeliver(event), notes.redeliver(event)])
  expect(await notes.db.selectFrom('signatures').selectAll().execute()).toEqual([{ note_id: 'note', name: 'Ada' }])
})

test('one who fails holds nobody back and tries again alone', async () => {
  await using notes = await startNotes()
  const effects: string[] = []
  let isDown = true
  const consumers = [
    reaction(notes.db, 'a.fine', noteWritten, async () => void effects.push('fine')),
    reaction(notes.db, 'a.down', noteWritten, async () => {
      if (isDown) throw new Error('down')
      effects.push('up again')
    }),
  ]
  const event: Envelope = {
    id: newId('event'),
    type: noteWritten.type,
    subject: 's',
    sequence: 1,
    at: '',
    data: { noteId: '1', text: '' },
  }
  await expect(deliver(consumers, event)).rejects.toThrow('a.down failed on note.written.v1')
  isDown = false
  await deliver(consumers, event)
  expect(effects).toEqual(['fine', 'up again'])
})

test('an effect that fails leaves no note that it happened', async () => {
  await using notes = await startNotes()
  let fails = true
  const fragile = consumer(notes.db, 'a.fragile', signed, async (tx, { data }) => {
    await tx.insertInto('signatures').values({ note_id: data.noteId, name: data.name }).execute()
    if (fails) throw new Error('too early')
  })
  const event: Envelope = {
    id: newId('event'),
    type: signed.type,
    subject: 's',
    sequence: 1,
    at: '',
    data: { noteId: 'n', name: 'Bo' },
  }
  await expect(fragile.handle(event)).rejects.toThrow('too early')
  expect(await notes.db.selectFrom('signatures').selectAll().execute()).toEqual([])
  fails = false
  await fragile.handle(event)
  expect(await notes.db.selectFrom('signatures').selectAll().execute()).toHaveLength(1)
})

test('within one process a fact goes from outbox to inbox by itself, and what is late comes after all', async () => {
  await using notes = await startNotes()
  const bus = inProcessBus({ log })
  let tries = 0
  bus.connect([
    ...notes.service.consumers,
    reaction(notes.db, 'b.flaky', signed, async () => {
      tries += 1
      if (tries === 1) throw new Error('once')
    }),
  ])
  const ran = { name: notes.service.name, drainOutbox: () => drain(notes.db, bus.publish), runDueJobs: async () => 0 }
  const worker = startWorker([ran], { log, pollMs: 50 })
  await notes.db
    .transaction()
    .execute((tx) => record(tx, notes.clock(), signed, 'note', 1, { noteId: 'note', name: 'Ada' }))
  worker.wake(notes.service.name)
  await expect.poll(() => notes.db.selectFrom('signatures').selectAll().execute()).toHaveLength(1)
  await expect.poll(() => notes.db.selectFrom('outbox').selectAll().execute()).toHaveLength(0)
  expect(tries).toBe(2)
  await worker.stop()
})
