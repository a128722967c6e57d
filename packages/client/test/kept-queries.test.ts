// @vitest-environment jsdom
import { beforeEach, expect, test } from 'vitest'
import { QueryClient } from '@tanstack/react-query'
import { Refusal } from '@buy-locals/api-client/refusal'
import { keepQueries } from '../src/queries/kept-queries'
import { forgetAll, keep, readKept } from '../src/storage/stored-text'

beforeEach(forgetAll)

const operations = ['agenda', 'team', 'me', 'day', 'list']

/** An app that is started: what it keeps is there before anything is read. */
function startApp(version = '1.0.0') {
  const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false, gcTime: 5 } } })
  const stop = keepQueries(
    queryClient,
    version,
    ([name, input]) => operations.includes(String(name)) && input !== 'of somebody else',
  )
  return {
    stop,
    read: (name: string, outcome: unknown, ...input: readonly unknown[]) =>
      queryClient
        .fetchQuery({
          queryKey: [name, ...(input.length > 0 ? input : [{}])],
          queryFn: () => {
            if (outcome instanceof Error) throw outcome
            return outcome
          },
        })
        .catch((error: unknown) => error),
    find: (name: string, ...input: readonly unknown[]) =>
      queryClient.getQueryState([name, ...(input.length > 0 ? input : [{}])]),
  }
}

const pause = (ms: number) => new Promise((done) => setTimeout(done, ms))

test('after a restart what was read is there, as old as it is, and nothing else', async () => {
  const before = startApp()
  await before.read('agenda', ['Cleo'])
  await before.read('agenda', ['Dan'], 'of somebody else')
  await before.read('card', '4242')
  const at = before.find('agenda')?.dataUpdatedAt
  before.stop()
  const after = startApp()
  expect(after.find('agenda')).toMatchObject({ data: ['Cleo'], dataUpdatedAt: at })
  expect([after.find('agenda', 'of somebody else'), after.find('card')]).toEqual([undefined, undefined])
})

test('it stays as long as the app runs, also where no screen shows it', async () => {
  const before = startApp()
  await before.read('agenda', ['Cleo'])
  await before.read('card', '4242')
  await pause(30)
  expect([before.find('agenda')?.data, before.find('card')]).toEqual([['Cleo'], undefined])
  const after = startApp()
  await pause(30)
  expect(after.find('agenda')?.data).toEqual(['Cleo'])
})

test('where nothing answers it stays; what is refused is gone, and with the session everything', async () => {
  const before = startApp()
  await before.read('agenda', ['Cleo'])
  await before.read('team', ['Ana'])
  await before.read('me', 'Ana')
  await before.read('agenda', new TypeError('Failed to fetch'))
  expect(startApp().find('agenda')?.data).toEqual(['Cleo'])
  await before.read('agenda', new Refusal(404, {}))
  expect(startApp().find('agenda')).toBeUndefined()
  expect(startApp().find('team')?.data).toEqual(['Ana'])
  await before.read('me', new Refusal(401, {}))
  expect(startApp().find('team')).toBeUndefined()
})

test('of very many the oldest of the same kind are forgotten', async () => {
  const before = startApp()
  await before.read('agenda', ['Cleo'])
  for (let day = 0; day < 15; day++) {
    await pause(2)
    await before.read('day', `Day ${day}`, day)
  }
  const { find } = startApp()
  expect([find('agenda')?.data, find('day', 2), find('day', 3)?.data, find('day', 14)?.data]).toEqual([['Cleo'], undefined, 'Day 3', 'Day 14']) // prettier-ignore
})

test('what another version of the app has stored, perhaps in another shape, is as good as not there', async () => {
  const older = startApp('0.9.0')
  await older.read('agenda', ['Cleo'])
  expect(startApp('0.9.0').find('agenda')?.data).toEqual(['Cleo'])
  const newer = startApp()
  expect(newer.find('agenda')).toBeUndefined()
  await newer.read('team', ['Ana'])
  expect([startApp().find('team')?.data, startApp().find('agenda')]).toEqual([['Ana'], undefined])
})

test('an app starts and keeps again, whatever is damaged of what it has stored', async () => {
  await startApp().read('agenda', ['Cleo'])
  const whole = readKept('what was read') ?? ''
  for (const damaged of [
    whole.slice(0, -3),
    'null',
    '7',
    '{}',
    '{"version":"1.0.0","queries":[null,7,{},{"key":7,"at":1}]}',
    '\u0000',
  ]) {
    keep('what was read', damaged)
    const app = startApp()
    expect([damaged, app.find('agenda')]).toEqual([damaged, undefined])
    await app.read('agenda', ['Cleo'])
    expect(startApp().find('agenda')?.data).toEqual(['Cleo'])
  }
})
