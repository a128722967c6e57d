import { expect, test } from 'vitest'
import { Temporal } from 'temporal-polyfill'
import { newId } from '@buy-locals/values/ids'
import * as allocations from '../src/persistence/allocation-repository.ts'
import { startBooking } from './support.ts'

test('in whatever order rooms are taken, no two transactions wait for each other', async () => {
  await using booking = await startBooking()
  const rooms = Array.from({ length: 40 }, () => newId('resource'))
  const from = Temporal.Instant.from('2026-03-23T15:00:00Z')
  const range = { from, to: from.add({ minutes: 30 }) }
  const undone = new Error('undone')
  const tryToTake = async (index: number) => {
    const named = index % 2 ? rooms : rooms.toReversed()
    const attempt = booking.db.transaction().execute(async (tx) => {
      await allocations.take(tx, named, range, { blockId: newId('block') })
      throw undone
    })
    return attempt.catch((error: unknown) => error)
  }
  for (let round = 0; round < 15; round++) {
    const ends = await Promise.all(Array.from({ length: 10 }, (_, index) => tryToTake(index)))
    expect(new Set(ends)).toEqual(new Set([undone]))
  }
})
