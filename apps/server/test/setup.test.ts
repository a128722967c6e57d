import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { api } from '@buy-locals/api-client/api'
import { login, readMe, resetPassword } from '@buy-locals/contracts/auth/operations'
import { changeMarket, listMarkets } from '@buy-locals/contracts/business/operations'
import { command } from './command.ts'
import { password, startServer } from './support.ts'

const email = 'ada@example.com'
const setupOptions = [
  '--email',
  email,
  '--name',
  'Ada Admin',
  '--market',
  'Santa Fé',
  '--lat',
  '35.687',
  '--lon',
  '-105.938',
]
const terms = ['--time-zone', 'America/Denver', '--currency', 'USD', '--fee', '450']

test('setup names all that is missing at once and makes nothing', async () => {
  const DATA_DIR = join(tmpdir(), `buy-locals-setup-never-${process.pid}`)
  const { code, err } = await command('setup', ['--name', 'Ada', '--lat', '95'], { DATA_DIR })
  expect(code).toBe(1)
  for (const name of ['--email', '--market', '--lat', '--lon', '--time-zone', '--currency'])
    expect(err).toContain(`- ${name} `)
  expect(err).not.toContain('- --name')
})

test('on an empty start setup makes the first market and the first admin, by a link that is good once; and never again', async () => {
  const DATA_DIR = await mkdtemp(join(tmpdir(), 'buy-locals-setup-'))
  const made = await command('setup', [...setupOptions, ...terms], { DATA_DIR, PORT: '4123' })
  expect(made).toMatchObject({ code: 0, err: '' })
  const token = /http:\/\/127\.0\.0\.1:4123\/reset-password#(\S+)/.exec(made.out)?.[1] ?? ''

  await using server = await startServer({ DATA_DIR, DEMO: '0' })
  const anyone = api({ baseUrl: server.url })
  await anyone(resetPassword, { body: { token, password } })
  await expect(anyone(resetPassword, { body: { token, password } })).rejects.toMatchObject({
    code: 'auth/link-invalid',
  })
  const { session } = await anyone(login, { body: { email, password } })
  const ada = api({
    baseUrl: server.url,
    headers: () => ({ authorization: `Bearer ${session.accessToken}` }),
    patience: 10,
  })
  expect((await ada(readMe, {})).memberships).toEqual([{ scope: 'platform', role: 'admin' }])
  await server.drain()
  const [market] = (await ada(listMarkets, {})).items
  expect(market).toMatchObject({ slug: 'santa-fe', name: 'Santa Fé', feeBasisPoints: 450, complaintHours: 48 })
  const params = { marketId: market?.id ?? 'mkt_none' }
  expect(await ada(changeMarket, { params, body: { feeBasisPoints: 300 } })).toMatchObject({ feeBasisPoints: 300 })

  const twice = await command('setup', [...setupOptions, ...terms], { DATA_DIR })
  expect(twice).toMatchObject({ code: 1, err: expect.stringContaining('There is an admin already') as string })
})
