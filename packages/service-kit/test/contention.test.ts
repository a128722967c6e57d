import { setTimeout } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { contention } from '../src/contention.ts'

const settings = { mostAtOnce: 2, rememberMs: 60_000, max: 10 }

const noCheck = async () => {}

test('few try for the same at a time, the others in the order in which they came, and one that fails holds nobody up', async () => {
  const { takeTurn } = contention<string>(settings)
  const [begun, checked]: [number[], number[]] = [[], []]
  let running = 0
  const attempt = (n: number) => async () => {
    begun.push(n)
    running += 1
    expect(running).toBeLessThanOrEqual(2)
    await setTimeout(1)
    running -= 1
    if (n === 1) throw new Error('taken')
    return n
  }
  const turn = (name: string, n: number) => takeTurn(name, async () => void checked.push(n), attempt(n))
  const all = await Promise.allSettled([0, 1, 2, 3, 4, 5].map((n) => turn('nine', n)))
  expect(all.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', ...Array<string>(4).fill('fulfilled')])
  expect([begun, checked]).toEqual([[0, 1, 2, 3, 4, 5], [2, 3, 4, 5]]) // prettier-ignore
  expect(await Promise.all([turn('ten', 6), turn('nine', 7)])).toEqual([6, 7])
})

test('nobody waits for ever for somebody who does not end', async () => {
  const { takeTurn } = contention<string>({ ...settings, mostAtOnce: 1, patienceMs: 5 })
  const hanging = Promise.withResolvers<string>()
  const stuck = takeTurn('nine', noCheck, () => hanging.promise)
  expect(await takeTurn('nine', noCheck, async () => 'second')).toBe('second')
  hanging.resolve('first')
  expect(await stuck).toBe('first')
  const checkedAgain = () => Promise.reject(new Error('nobody waited'))
  expect(await takeTurn('nine', checkedAgain, async () => 'third')).toBe('third')
})

test('as soon as it is reported all who wait check at once; where it is free after all they wait on, and are not disturbed again', async () => {
  const { takeTurn, report } = contention<string>({ ...settings, mostAtOnce: 1 })
  const first = Promise.withResolvers<string>()
  const events: string[] = []
  const begun = takeTurn('nine', noCheck, () => first.promise)
  const waiting = ['a', 'b', 'c'].map((name) => {
    const check = async () => {
      events.push(`${name} checks`)
      if (name === 'b') throw new Error('taken')
    }
    return takeTurn('nine', check, async () => events.push(`${name} tries`))
  })
  await setTimeout(1)
  report('ten')
  await setTimeout(1)
  expect(events).toEqual([])
  report('nine')
  await expect(waiting[1]).rejects.toThrow('taken')
  report('nine')
  await setTimeout(1)
  expect(events).toEqual(['a checks', 'b checks', 'c checks'])
  first.resolve('done')
  await Promise.all([begun, waiting[0], waiting[2]])
  expect(events.slice(3)).toEqual(['a checks', 'a tries', 'c checks', 'c tries'])
})

test('whoever asks shares a check that began after they asked, and nobody checks for what was never refused', async () => {
  const { checkFirst, report } = contention<number>(settings)
  let checks = 0
  const checking = Promise.withResolvers<void>()
  const check = async () => {
    const number = ++checks
    await checking.promise
    if (number === 3) throw new Error('the database is away')
    return number
  }
  expect(await checkFirst('nine', check)).toBeUndefined()
  report('nine')
  const first = [checkFirst('nine', check), checkFirst('nine', check)]
  await setTimeout(1)
  const later = [checkFirst('nine', check), checkFirst('nine', check)]
  checking.resolve()
  expect([await Promise.all(first), await Promise.all(later)]).toEqual([[1, 1], [2, 2]]) // prettier-ignore
  await expect(checkFirst('nine', check)).rejects.toThrow('away')
  expect(await checkFirst('nine', check)).toBe(4)
})
