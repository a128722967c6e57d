import { rm } from 'node:fs/promises'
import * as auth from '@buy-locals/contracts/auth/operations'
import { registerBusiness } from '@buy-locals/contracts/business/operations'
import { personChanged } from '@buy-locals/contracts/auth/events'
import type { ServiceName } from '@buy-locals/contracts/operation'
import { parkEvent } from '@buy-locals/service-kit/dead-letters'
import { newId } from '@buy-locals/values/ids'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import type { Running } from '../src/start.ts'
import { ownFolder } from '../src/testing/folder.ts'
import { command } from './command.ts'
import { startServer } from './support.ts'

const databaseOf = ({ composed }: Running, service: ServiceName) => {
  const db = composed.databases.get(service)
  if (!db) throw new Error(`There is no ${service} service`)
  return db
}

const strangerId = newId('person')
const stranger = {
  ...{ id: newId('event'), type: personChanged.type, subject: strangerId, sequence: 1, at: '2026-03-20T08:00:00Z' },
  data: {
    ...{ id: strangerId, name: 'Stella', email: 'stella@example.com', emailVerified: true, locale: 'en' },
    ...{ version: 1, kind: 'account' },
  },
}

const address = { city: 'Boise', country: 'US' }

test('a server that is stopped under load loses nothing that it acknowledged, and starts again with its data and with what was parked', async () => {
  const first = await startServer({ DEMO: '0' }, { openFolder: ownFolder })
  const { dataDir } = first
  await first.market()
  const owner = await first.someone('Owen Owner')
  const acknowledged: string[] = []
  await parkEvent(databaseOf(first, 'notification'), 'notification.people', stranger, {
    tries: 150,
    error: 'TypeError',
  })
  const afterFive = Promise.withResolvers<void>()
  let stopping = false
  const register = async (name: string) => {
    const body = { name, categories: ['shop' as const], address, location: { lat: 43.6, lon: -116.2 } }
    const { id } = await owner.call(registerBusiness, { body })
    if (acknowledged.push(id) === 5) afterFive.resolve()
  }
  const posters = Array.from({ length: 8 }, async (_, n) => {
    for (let m = 0; !stopping; m += 1) {
      // Once the server is stopping it refuses or does not response: neither is an acknowledgement.
      await register(`Shop ${n}-${m}`).catch((error: unknown) => {
        if (!stopping) throw error
      })
    }
  })
  await Promise.race([afterFive.promise, Promise.all(posters)])
  stopping = true
  await first.close()
  await Promise.all(posters)
  expect(acknowledged.length).toBeGreaterThanOrEqual(5)

  const second = await startServer({ DATA_DIR: dataDir, DEMO: '0' })
  const again = await second.someone('Owen Owner')
  await second.drain()
  const { memberships } = await again.call(auth.readMe, {})
  expect(memberships.map(({ scope }) => scope)).toEqual(expect.arrayContaining(acknowledged))

  const listed = await command('dlq', [], { DATA_DIR: dataDir })
  expect(listed).toMatchObject({ code: 0, err: '' })
  expect(listed.out).toContain(`notification.people of ${stranger.subject}: parked `)
  expect(listed.out).toContain('after 150 tries (TypeError)')
  expect(listed.out).not.toContain('Stella')
  expect(await (await fetch(`${second.url}/metrics`)).text()).toContain('dead_letters{service="notification"} 1')
  const unknown = await command('dlq', ['retry', newId('deadLetter')], { DATA_DIR: dataDir })
  expect(unknown).toMatchObject({
    code: 1,
    err: expect.stringContaining('Nothing that is parked has the id') as string,
  })
  const parked = /dlt_\w+/.exec(listed.out)?.[0] ?? ''
  expect(await command('dlq', ['retry', parked], { DATA_DIR: dataDir })).toMatchObject({ code: 0, err: '' })
  const people = sql<{ name: string }>`select name from people where person_id = ${stranger.subject}`
  await expect
    .poll(async () => (await people.execute(databaseOf(second, 'notification'))).rows)
    .toEqual([{ name: 'Stella' }])
  expect((await command('dlq', [], { DATA_DIR: dataDir })).out).toBe('Nothing is parked.\n')
  await second.close()
  await rm(dataDir, { recursive: true })
})
