import { afterAll, beforeAll, expect, test } from 'vitest'
import { api } from '@buy-locals/api-client/api'
import { searchBusinesses } from '@buy-locals/contracts/business/operations'
import { openDemoTown } from '../../src/demo/open-town.ts'
import { password, startServer } from '../support.ts'
import { firstQueries } from './first-queries.ts'
import { secondQueries } from './second-queries.ts'
import { isRight, type PersonsQuery } from './persons-query.ts'

let server: Awaited<ReturnType<typeof startServer>>
beforeAll(async () => {
  server = await startServer({ DEMO: '0', PAYMENTS: 'off' })
  await openDemoTown({ running: server, password, weeks: 0, shiftTime: server.shiftTime })
  await server.advance('PT2S') // services are indexed a second after they were saved
})
afterAll(() => server[Symbol.asyncDispose]())

/** The queries after which none of the first five places is right. */
async function listMissed(queries: readonly PersonsQuery[]): Promise<string[]> {
  const call = api({ baseUrl: server.url })
  const missed: string[] = []
  for (const [q, right] of queries) {
    const { items } = await call(searchBusinesses, { query: { q, near: '43.615,-116.2023', radius: 15_000, limit: 5 } })
    if (!items.some((item) => isRight(item, right))) missed.push(`${q}: ${items.map(({ name }) => name).join(' · ')}`)
  }
  return missed
}

test('of a hundred queries as people type them, at least 95 have a right place among the first five', async () => {
  const missed = await listMissed(firstQueries)
  expect(firstQueries).toHaveLength(100)
  if (missed.length > 5) throw new Error(missed.join('\n'))
})

test('of sixty that nobody looked at while the search was made, at least 54', async () => {
  const missed = await listMissed(secondQueries)
  expect(secondQueries).toHaveLength(60)
  if (missed.length > 6) throw new Error(missed.join('\n'))
})
