import { setTimeout } from 'node:timers/promises'
import { api, type Api } from '@buy-locals/api-client/api'
import { startCognitoFake } from '@buy-locals/auth/testing/cognito-fake'
import * as auth from '@buy-locals/contracts/auth/operations'
import { systemClock } from '@buy-locals/service-kit/clock'
import { Client } from 'pg'
import { expect, onTestFinished, test } from 'vitest'
import { folderOnSharedCluster } from '../src/testing/shared-cluster.ts'
import { startMain } from './start-main.ts'
import { password } from './support.ts'
import { settingsOfPool } from './vendors.ts'

const other = 'seven quiet lighthouses'

async function open(environment: Record<string, string>) {
  const main = startMain({ PAYMENTS: 'off', LOG_LEVEL: 'silent', LIMIT_FACTOR: '1000', ...environment })
  onTestFinished(() => void main.child.kill('SIGKILL'))
  await main.isOpen()
  const url = /http:\/\/127\.0\.0\.1:\d+/.exec(main.printed.out)?.[0] ?? ''
  const stop = async () => {
    main.child.kill('SIGTERM')
    expect(await main.ended).toBe(0)
  }
  return { url, stop, anyone: api({ baseUrl: url, patience: 10 }) }
}

type Open = Awaited<ReturnType<typeof open>>

async function signIn({ url, anyone }: Open, email: string, typed: string): Promise<Api> {
  const { session } = await anyone(auth.login, { body: { email, password: typed } })
  return api({ baseUrl: url, headers: () => ({ authorization: `Bearer ${session.accessToken}` }), patience: 10 })
}

/** The token of a link that was mailed. */
async function mailed({ url }: Open, email: string, path: string): Promise<string> {
  const headers = { accept: 'application/json' }
  for (const end = performance.now() + 20_000; performance.now() < end; await setTimeout(50)) {
    const response = await fetch(`${url}/dev/inbox?to=${encodeURIComponent(email)}`, { headers })
    const { items } = (await response.json()) as { items: { text: string }[] }
    const token = items.map(({ text }) => new RegExp(`/${path}#([\\w-]+)`).exec(text)?.[1]).find(Boolean)
    if (token) return token
  }
  throw new Error(`Nothing with a link to ${path} was mailed to ${email}`)
}

const wrong = { code: 'auth/wrong-credentials' }

test('a server that is started with a user pool has its passwords there, those of before as they are used', async () => {
  const folder = await folderOnSharedCluster()
  onTestFinished(() => folder[Symbol.asyncDispose]())
  await using pool = await startCognitoFake(systemClock)
  const { environment } = folder
  const before = await open(environment)
  await before.anyone(auth.register, { body: { email: 'bea@example.com', password, name: 'Bea Before' } })
  await before.stop()

  const server = await open({ ...environment, ...settingsOfPool(pool) })
  const { anyone } = server
  await expect(signIn(server, 'bea@example.com', other)).rejects.toMatchObject(wrong)
  expect([...pool.users.keys()]).toEqual([])
  const bea = await (await signIn(server, 'bea@example.com', password))(auth.readMe, {})
  expect([...pool.users.keys()]).toEqual([bea.id])

  const { person } = await anyone(auth.register, { body: { email: 'ada@example.com', password, name: 'Ada Baker' } })
  expect([...pool.users.keys()]).toEqual([bea.id, person.id])
  await expect(signIn(server, 'ada@example.com', other)).rejects.toMatchObject(wrong)
  const ada = await signIn(server, 'ada@example.com', password)
  await ada(auth.verifyEmail, { body: { token: await mailed(server, 'ada@example.com', 'verify-email') } })
  await ada(auth.changePassword, { body: { currentPassword: password, password: other } })
  await expect(signIn(server, 'ada@example.com', password)).rejects.toMatchObject(wrong)
  await signIn(server, 'ada@example.com', other)

  await anyone(auth.forgotPassword, { body: { email: 'ada@example.com' } })
  const token = await mailed(server, 'ada@example.com', 'reset-password')
  await anyone(auth.resetPassword, { body: { token, password: 'green harbor violin' } })
  const again = await signIn(server, 'ada@example.com', 'green harbor violin')
  await again(auth.eraseMe, { body: { password: 'green harbor violin' } })
  expect([...pool.users.keys()]).toEqual([bea.id])
  await expect(signIn(server, 'ada@example.com', 'green harbor violin')).rejects.toMatchObject(wrong)
  await server.stop()

  const client = new Client({ connectionString: environment.DATABASE_URL })
  await client.connect()
  expect((await client.query('select from auth.passwords')).rowCount).toBe(0)
  await client.end()
})
