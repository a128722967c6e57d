import { expect, test } from 'vitest'
import { createQueue } from './queue.ts'

test('so much runs at once, the rest in the order in which it came, and what fails keeps no place', async () => {
  const { run, waiting } = createQueue(2)
  const begun: number[] = []
  const ends: (() => void)[] = []
  const work = (nth: number) =>
    run(async () => {
      begun.push(nth)
      await new Promise<void>((end) => ends.push(end))
      if (nth === 1) throw new Error('failed')
      return nth
    })
  const all = [1, 2, 3, 4].map(work)
  const failed = all[0]?.catch((error: Error) => error.message)
  await Promise.resolve()
  expect([begun, waiting()]).toEqual([[1, 2], 2])
  ends.shift()?.()
  expect(await failed).toBe('failed')
  await expect.poll(() => begun).toEqual([1, 2, 3])
  for (const end of ends.splice(0)) end()
  await expect.poll(() => begun).toEqual([1, 2, 3, 4])
  for (const end of ends.splice(0)) end()
  expect(await Promise.all(all.slice(1))).toEqual([2, 3, 4])
})
