import { expect, test } from 'vitest'
import { createLog } from '@buy-locals/service-kit/log'
import { keepRunning } from '../src/supervise.ts'

const pauseMs = 20

/** A part that has ended, and starts again at the given tries only. */
function endedPart(startsAt: readonly number[]) {
  const lines: string[] = []
  const log = createLog({
    destination: { write: (line) => void lines.push((JSON.parse(line) as { msg: string }).msg) },
  })
  const triedAt: number[] = []
  const isThere: boolean[] = []
  const givenUp = Promise.withResolvers<Error>()
  const start = async () => {
    triedAt.push(performance.now())
    if (!startsAt.includes(triedAt.length)) throw new Error('No space is left')
    return { isAlive: () => false }
  }
  const watch = keepRunning(
    { isAlive: () => false },
    {
      ...{ name: 'PostgreSQL', log, start, pauseMs, onGivenUp: givenUp.resolve },
      onChange: (is) => void isThere.push(is),
    },
  )
  return { lines, triedAt, isThere, givenUp: givenUp.promise, watch }
}

test('what does not come back is tried five times, after longer and longer pauses, and given up with a sentence', async () => {
  const { givenUp, triedAt, lines, isThere, watch } = endedPart([])
  expect((await givenUp).message).toBe('PostgreSQL did not come back after 5 tries: No space is left')
  const pauses = triedAt.slice(1).map((at, nth) => at - (triedAt[nth] ?? 0))
  expect(pauses).toHaveLength(4)
  pauses.forEach((ms, nth) => expect(ms).toBeGreaterThanOrEqual(pauseMs * 2 ** (nth + 1) - 2))
  expect([lines, isThere]).toEqual([['PostgreSQL has ended; it is started again'], [false]])
  await watch.stop()
})

test('what comes back and ends again and again is given up too', async () => {
  const { givenUp, triedAt, watch } = endedPart([1, 2, 3, 4, 5])
  expect((await givenUp).message).toContain('PostgreSQL did not come back after 5 tries')
  expect(triedAt).toHaveLength(5)
  await watch.stop()
})
