import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import * as sdk from '@aws-sdk/client-cognito-identity-provider'
import { faultsIn, schemasOf } from '@buy-locals/service-kit/testing/sdk-schema'
import { createLog } from '@buy-locals/service-kit/log'
import { newId } from '@buy-locals/values/ids'
import { expect, onTestFinished, test } from 'vitest'
import { cognitoCredentials } from '../src/adapters/cognito-credentials.ts'
import { postgresCredentials } from '../src/adapters/postgres-credentials.ts'
import type { Credentials } from '../src/credentials.ts'
import { startCognitoFake } from '../src/testing/cognito-fake.ts'
import { startAuth } from './support.ts'

const log = createLog({ level: 'silent' })

type Auth = Awaited<ReturnType<typeof startAuth>>

async function withCognito(auth: Auth) {
  const cognito = await startCognitoFake(auth.clock)
  onTestFinished(() => cognito[Symbol.asyncDispose]())
  const former = postgresCredentials(auth.db)
  return { cognito, former, credentials: cognitoCredentials({ ...cognito.settings, former, log }) }
}

const adapters: Record<string, (auth: Auth) => Promise<Credentials>> = {
  PostgreSQL: async ({ db }) => postgresCredentials(db),
  Cognito: async (auth) => (await withCognito(auth)).credentials,
  ...(process.env['VENDOR'] === 'cognito' && {
    'Cognito itself': async ({ db }) => openCognito(postgresCredentials(db)),
  }),
}

function openCognito(former: Credentials): Credentials {
  const { COGNITO_USER_POOL_ID: userPoolId = '', COGNITO_CLIENT_ID: clientId = '' } = process.env
  const connection = { region: userPoolId.split('_')[0] ?? '' }
  return cognitoCredentials({ userPoolId, clientId, connection, former, log })
}

const good = 'copper kettle sunday'

async function start(adapter: string) {
  const auth = await startAuth()
  onTestFinished(() => auth[Symbol.asyncDispose]())
  const { person } = await auth.register(`${adapter.toLowerCase()}@example.com`)
  const credentials = await adapters[adapter]?.(auth)
  if (!credentials) throw new Error(`There is no adapter for ${adapter}`)
  await credentials.remove(person.id)
  onTestFinished(() => credentials.remove(person.id))
  return { auth, credentials, personId: person.id }
}

for (const adapter of Object.keys(adapters)) {
  test(`${adapter}: a password opens once it is set, and no other does`, async () => {
    const { auth, credentials, personId } = await start(adapter)
    expect(await credentials.fits(personId, good)).toBe(false)
    await credentials.set(personId, good, auth.clock())
    expect(await credentials.fits(personId, good)).toBe(true)
    expect(await credentials.fits(personId, `${good} `)).toBe(false)
    expect(await credentials.fits(personId, good.toUpperCase())).toBe(false)
  })

  test(`${adapter}: a new password takes the place of the old one`, async () => {
    const { auth, credentials, personId } = await start(adapter)
    await credentials.set(personId, good, auth.clock())
    await credentials.set(personId, 'seven quiet lighthouses', auth.clock())
    expect(await credentials.fits(personId, good)).toBe(false)
    expect(await credentials.fits(personId, 'seven quiet lighthouses')).toBe(true)
  })

  test(`${adapter}: nobody, and somebody without a password, are opened by none`, async () => {
    const { auth, credentials, personId } = await start(adapter)
    await credentials.set(personId, good, auth.clock())
    expect(await credentials.fits(undefined, good)).toBe(false)
    expect(await credentials.fits(newId('person'), good)).toBe(false)
  })

  test(`${adapter}: what is removed opens nothing, and to remove it again does nothing`, async () => {
    const { auth, credentials, personId } = await start(adapter)
    await credentials.set(personId, good, auth.clock())
    await credentials.remove(personId)
    await credentials.remove(personId)
    expect(await credentials.fits(personId, good)).toBe(false)
  })

  test(`${adapter}: a password opens however a keyboard composes its letters`, async () => {
    const { auth, credentials, personId } = await start(adapter)
    await credentials.set(personId, 'café on the corner', auth.clock())
    expect(await credentials.fits(personId, 'cafe\u0301 on the corner')).toBe(true)
    await credentials.set(personId, 'cafe\u0301 on the corner', auth.clock())
    expect(await credentials.fits(personId, 'café on the corner')).toBe(true)
  })

  test(`${adapter}: two who set a password at once leave one that opens`, async () => {
    const { auth, credentials, personId } = await start(adapter)
    const both = ['copper kettle sunday', 'seven quiet lighthouses']
    await Promise.all(both.map((each) => credentials.set(personId, each, auth.clock())))
    const opened = []
    for (const each of both) opened.push(await credentials.fits(personId, each))
    expect(opened.filter(Boolean)).toHaveLength(1)
  })
}

test('a password that is set anew leaves nothing of the one before', async () => {
  await using auth = await startAuth()
  const { person } = await auth.register('ada@example.com')
  const { former, credentials } = await withCognito(auth)
  await credentials.set(person.id, 'seven quiet lighthouses', auth.clock())
  expect(await former.fits(person.id, good)).toBe(false)
  expect(await credentials.fits(person.id, good)).toBe(false)
})

test('while Cognito locks an account, whoever signs in waits, and is not told that the password is wrong', async () => {
  await using auth = await startAuth()
  const { person } = await auth.register('ada@example.com')
  const { credentials } = await withCognito(auth)
  await credentials.set(person.id, good, auth.clock())
  for (let tries = 0; tries < 5; tries += 1) expect(await credentials.fits(person.id, 'wrong')).toBe(false)
  await expect(credentials.fits(person.id, good)).rejects.toMatchObject({ code: 'too-many-requests' })
  await auth.advance('PT2S')
  expect(await credentials.fits(person.id, good)).toBe(true)
})

test('whoever has a password of before that the pool would not take still gets in', async () => {
  await using auth = await startAuth()
  const { person } = await auth.register('ada@example.com')
  const { former, credentials } = await withCognito(auth)
  await former.set(person.id, 'short', auth.clock())
  for (let times = 0; times < 2; times += 1) {
    const move = await credentials.fits(person.id, 'short')
    if (typeof move !== 'function') throw new Error('It is where passwords were before')
    expect(await move()).toBe(true)
  }
  expect(await credentials.fits(person.id, 'wrong')).toBe(false)
})

test('a pool that asks for another kind of password is said so beside the field', async () => {
  await using auth = await startAuth()
  const { person } = await auth.register('ada@example.com')
  const { credentials } = await withCognito(auth)
  await expect(credentials.set(person.id, 'short', auth.clock())).rejects.toMatchObject({ code: 'invalid-request' })
})

test('while the pool is away, does not respond or takes no more, whoever signs in or changes a password is told so', async () => {
  await using auth = await startAuth()
  const { person } = await auth.register('ada@example.com')
  const { cognito, former, credentials } = await withCognito(auth)
  const silent = createServer(() => {}).listen(0, '127.0.0.1')
  await once(silent, 'listening')
  onTestFinished(() => silent.close().closeAllConnections())
  const unavailable = { code: 'auth/passwords-unavailable' }
  for (const endpoint of ['http://127.0.0.1:9', `http://127.0.0.1:${(silent.address() as AddressInfo).port}`]) {
    const connection = { ...cognito.settings.connection, endpoint }
    const patience = { connectMs: 200, responseMs: 200 }
    const away = cognitoCredentials({ ...cognito.settings, connection, former, log, patience })
    await expect(away.fits(person.id, good)).rejects.toMatchObject(unavailable)
    await expect(away.set(person.id, good, auth.clock())).rejects.toMatchObject(unavailable)
    await expect(away.remove(person.id)).rejects.toMatchObject(unavailable)
  }
  cognito.setBusy(true)
  await expect(credentials.fits(person.id, good)).rejects.toMatchObject(unavailable)
})

test('an erased person is erased in Cognito', async () => {
  await using auth = await startAuth()
  const { person } = await auth.register('ada@example.com')
  const { cognito, credentials } = await withCognito(auth)
  await credentials.set(person.id, good, auth.clock())
  await credentials.remove(person.id)
  expect(cognito.users.size).toBe(0)
})

test('the fake refuses what the SDK’s own schemas do not have', () => {
  const { input } = schemasOf(sdk, 'AdminSetUserPassword')
  const request = { UserPoolId: 'us-west-2_x', Username: 'u', Password: 'p', Permanent: true }
  expect(faultsIn(input, request)).toEqual([])
  expect(faultsIn(input, { ...request, Username: undefined })).toContain('.Username is missing')
  expect(faultsIn(input, { ...request, Permanent: 'yes' })).toEqual(['.Permanent is no boolean'])
  expect(faultsIn(input, { ...request, Forever: true })).toEqual(['.Forever is not in the schema'])
})
