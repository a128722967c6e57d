import type { Kysely } from 'kysely'
import { expect, test } from 'vitest'
import { together } from './together.ts'

const [db, other] = [{}, {}] as [Kysely<unknown>, Kysely<unknown>]

function counting(refuses?: string) {
  const calls: string[][] = []
  const run = async (each: readonly string[]) => {
    calls.push([...each])
    if (refuses !== undefined && each.includes(refuses)) throw new Error(`${refuses} is refused`)
    return each.map((one) => one.toUpperCase())
  }
  return { calls, run }
}

test('Calls of one moment are one, each with its own result', async () => {
  const { calls, run } = counting()
  const upper = together<unknown, string, string>((_db, each) => run(each))
  expect(await Promise.all([upper(db, 'a'), upper(db, 'b'), upper(db, 'a')])).toEqual(['A', 'B', 'A'])
  expect(await upper(db, 'c')).toBe('C')
  expect(calls).toEqual([['a', 'b', 'a'], ['c']])
})

test('Each database has its own', async () => {
  const { calls, run } = counting()
  const upper = together<unknown, string, string>((_db, each) => run(each))
  await Promise.all([upper(db, 'a'), upper(other, 'b')])
  expect(calls).toEqual([['a'], ['b']])
})

test('One that cannot be done spoils no other', async () => {
  const { calls, run } = counting('b')
  const upper = together<unknown, string, string>((_db, each) => run(each))
  const results = await Promise.allSettled([upper(db, 'a'), upper(db, 'b'), upper(db, 'c')])
  expect(results.map((result) => (result.status === 'fulfilled' ? result.value : String(result.reason)))).toEqual([
    'A',
    'Error: b is refused',
    'C',
  ])
  expect(calls).toEqual([['a', 'b', 'c'], ['a'], ['b'], ['c']])
})

test('Calls that come within the time are one', async () => {
  const { calls, run } = counting()
  const upper = together<unknown, string, string>((_db, each) => run(each), 20)
  const first = upper(db, 'a')
  await new Promise((done) => setTimeout(done, 1))
  await Promise.all([first, upper(db, 'b')])
  expect(calls).toEqual([['a', 'b']])
})
