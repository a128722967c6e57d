// @vitest-environment jsdom
import { beforeEach, expect, test } from 'vitest'
import { QueryClient } from '@tanstack/react-query'
import { Refusal } from '@buy-locals/api-client/refusal'
import { keepQueries } from '../src/queries/kept-queries'
import { forgetAll } from '../src/storage/stored-text'

beforeEach(forgetAll)

/** An app that is started: what it keeps is there before anything is read. */
function startApp() {
  const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  const stop = keepQueries(queryClient, ([name]) => name !== 'secret')
  const read = (name: string, outcome: unknown) =>
    queryClient
      .fetchQuery({
        queryKey: [name, {}],
        queryFn: () => {
          if (outcome instanceof Error) throw outcome
          return outcome
        },
      })
      .catch((error: unknown) => error)
  return { read, stop, find: (name: string) => queryClient.getQueryState([name, {}]) }
}

test('after a restart what was read is there, as old as it is, and nothing else', async () => {
  const before = startApp()
  await before.read('agenda', ['Cleo'])
  await before.read('secret', 'card')
  const at = before.find('agenda')?.dataUpdatedAt
  before.stop()
  const after = startApp()
  expect(after.find('agenda')).toMatchObject({ data: ['Cleo'], dataUpdatedAt: at })
  expect(after.find('secret')).toBeUndefined()
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

test('of very many the oldest are forgotten', async () => {
  const before = startApp()
  for (let day = 0; day < 30; day++) {
    await before.read(`day ${day}`, day)
    await new Promise((done) => setTimeout(done, 2))
  }
  const after = startApp()
  expect([after.find('day 5'), after.find('day 6')?.data, after.find('day 29')?.data]).toEqual([undefined, 6, 29])
})
