import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import document from '@buy-locals/contracts/openapi.json' with { type: 'json' }
import { createVerifiedAccount } from '@buy-locals/auth/use-cases/create-verified-account'
import { expect, test } from 'vitest'
import { openShop, password, startServer } from './support.ts'

const run = promisify(execFile)

test('the examples of the documentation do what they say', async () => {
  await using server = await startServer({ DEMO: '0', PAYMENTS: 'off' })
  await openShop(server, async () => ({}))
  const consumer = { email: 'consumer@demo.example', name: 'Connie Sumner', password }
  await createVerifiedAccount(server.composed.auth, consumer)
  const examples = [...document.info.description.matchAll(/```sh\n(.*?)\n```/gs)].map(([, lines = '']) => lines)
  const toOurs = (example: string) => example.replaceAll('http://127.0.0.1:4000', server.url)
  const responseTo = async (example = '', environment: Record<string, string> = {}): Promise<unknown> => {
    const { stdout } = await run('sh', ['-c', toOurs(example)], { env: { ...process.env, ...environment } })
    return JSON.parse(stdout)
  }
  expect(examples).toHaveLength(3)
  const [search, signIn, bookings] = examples
  expect(await responseTo(search)).toMatchObject({ items: [{ name: 'Third Street Barber' }] })
  const signedIn = (await responseTo(signIn, { DEMO_PASSWORD: password })) as { session: { accessToken: string } }
  const mine = await responseTo(bookings, { ACCESS_TOKEN: signedIn.session.accessToken })
  expect(mine).toEqual({ items: [] })
})
