import { setTimeout } from 'node:timers/promises'
import { linkRequested } from '@buy-locals/contracts/auth/events'
import * as api from '@buy-locals/contracts/auth/operations'
import { newId } from '@buy-locals/values/ids'
import { decodeJwt } from 'jose'
import { expect, test } from 'vitest'
import { password, startAuth } from './support.ts'

type Auth = Awaited<ReturnType<typeof startAuth>>

const fresh = 'seven quiet lighthouses'
const firefox = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0'

async function signIn(auth: Auth, email: string, { userAgent = firefox, as = password } = {}) {
  const headers = { 'x-client': 'app', 'user-agent': userAgent }
  const { status, body } = await auth.call(api.login, { body: { email, password: as } }, { headers })
  if (status !== 200) return { status, refreshToken: '', headers: {} }
  const { accessToken, refreshToken = '' } = body.session
  const { sub, sid } = decodeJwt<{ sid: string }>(accessToken)
  return { status, refreshToken, headers: { authorization: `Bearer test:${sub}:${sid}` } }
}

type SignedIn = Awaited<ReturnType<typeof signIn>>

const warnings = async (auth: Auth) =>
  (await auth.published(linkRequested)).map(({ data }) => data).filter(({ kind }) => kind.endsWith('-changed'))

test('a password is changed with the old one: the session that asks goes on, every other one ends, and its person is told', async () => {
  await using auth = await startAuth()
  await auth.verified('ada@example.com')
  const [laptop, elsewhere] = [await signIn(auth, 'ada@example.com'), await signIn(auth, 'ada@example.com')]
  const change = (currentPassword: string, chosen: string) =>
    auth.call(api.changePassword, { body: { currentPassword, password: chosen } }, { headers: laptop.headers })
  expect((await change('not the old one', fresh)).problem?.code).toBe('auth/wrong-credentials')
  expect((await change(password, 'ada@example.com')).status).toBe(422)
  expect(await warnings(auth)).toEqual([])
  expect((await change(password, fresh)).status).toBe(204)
  expect((await auth.call(api.refresh, { body: { refreshToken: elsewhere.refreshToken } })).status).toBe(401)
  expect((await auth.call(api.refresh, { body: { refreshToken: laptop.refreshToken } })).status).toBe(200)
  expect((await signIn(auth, 'ada@example.com')).status).toBe(401)
  expect((await signIn(auth, 'ada@example.com', { as: fresh })).status).toBe(200)
  expect(await warnings(auth)).toMatchObject([{ kind: 'password-changed', to: 'ada@example.com' }])
})

test('whoever is at an open screen tries few passwords', async () => {
  await using auth = await startAuth()
  await auth.verified('ada@example.com')
  const { headers } = await signIn(auth, 'ada@example.com')
  const statuses = []
  for (let tries = 0; tries < 10; tries += 1) {
    const body = { currentPassword: `guess number ${tries}`, password: fresh }
    statuses.push((await auth.call(api.changePassword, { body }, { headers })).status)
  }
  expect(statuses.at(-1)).toBe(429)
})

test('a new address takes the place of the old one when its link is followed, once; the old one is told', async () => {
  await using auth = await startAuth()
  const { id } = await auth.verified('ada@example.com')
  const { headers } = await signIn(auth, 'ada@example.com')
  const change = (email: string, typed = password) =>
    auth.call(api.changeEmail, { body: { email, password: typed } }, { headers })
  expect((await change('ada@new.example', 'wrong password')).problem?.code).toBe('auth/wrong-credentials')
  expect((await change('ada@new.example')).status).toBe(202)
  expect((await auth.call(api.readMe, {}, { headers })).body.email).toBe('ada@example.com')
  const links = (await auth.published(linkRequested)).map(({ data }) => data)
  expect(links.findLast(({ kind }) => kind === 'change-email')).toMatchObject({ personId: id, to: 'ada@new.example' })
  const token = await auth.mailed('change-email', id)
  const follow = () => auth.call(api.verifyEmail, { body: { token } })
  expect((await follow()).body.person).toMatchObject({ email: 'ada@new.example', emailVerified: true })
  expect((await follow()).problem?.code).toBe('auth/link-invalid')
  expect((await signIn(auth, 'ada@example.com')).status).toBe(401)
  expect((await signIn(auth, 'ada@new.example')).status).toBe(200)
  expect(await warnings(auth)).toMatchObject([{ kind: 'email-changed', to: 'ada@example.com' }])
})

test('an address that has somebody is not taken, and the response does not tell', async () => {
  await using auth = await startAuth()
  const ada = await auth.verified('ada@example.com')
  await auth.verified('ben@example.com', 'Ben Okoro')
  const { headers } = await signIn(auth, 'ada@example.com')
  const change = (email: string) => auth.call(api.changeEmail, { body: { email, password } }, { headers })
  expect((await change('ben@example.com')).status).toBe(202)
  expect(await auth.mailed('change-email', ada.id)).toBe('')
  expect((await change('cora@example.com')).status).toBe(202)
  await auth.register('cora@example.com', 'Cora Lane') // somebody is faster
  const token = await auth.mailed('change-email', ada.id)
  expect((await auth.call(api.verifyEmail, { body: { token } })).problem?.code).toBe('auth/email-taken')
  expect((await signIn(auth, 'ada@example.com')).status).toBe(200)
})

test('whoever proves a new address while somebody else takes it reads that it is taken', async () => {
  await using auth = await startAuth()
  const [ada, ben] = [await auth.verified('ada@example.com'), await auth.verified('ben@example.com')]
  const { headers } = await signIn(auth, 'ada@example.com')
  await auth.call(api.changeEmail, { body: { email: 'both@example.com', password } }, { headers })
  const token = await auth.mailed('change-email', ada.id)
  const faster = await auth.db.startTransaction().execute()
  await faster.updateTable('people').set({ email: 'both@example.com' }).where('id', '=', ben.id).execute()
  const later = auth.call(api.verifyEmail, { body: { token } })
  await setTimeout(300) // by then it waits for the row
  await faster.commit().execute()
  expect((await later).problem?.code).toBe('auth/email-taken')
})

test('a link to the old address opens nothing once the address is another one', async () => {
  await using auth = await startAuth()
  const { id } = await auth.verified('ada@example.com')
  const { headers } = await signIn(auth, 'ada@example.com')
  await auth.call(api.forgotPassword, { body: { email: 'ada@example.com' } })
  await auth.call(api.changeEmail, { body: { email: 'ada@new.example', password } }, { headers })
  await auth.call(api.verifyEmail, { body: { token: await auth.mailed('change-email', id) } })
  const token = await auth.mailed('reset-password', id)
  expect((await auth.call(api.resetPassword, { body: { token, password: fresh } })).problem?.code).toBe(
    'auth/link-invalid',
  )
})

test('a person sees where they are signed in, and signs out there; of others they see and end nothing', async () => {
  await using auth = await startAuth()
  await auth.verified('ada@example.com')
  await auth.verified('ben@example.com', 'Ben Okoro')
  const phone = await signIn(auth, 'ada@example.com', { userAgent: '' })
  const laptop = await signIn(auth, 'ada@example.com')
  const ben = await signIn(auth, 'ben@example.com')
  const sessionsOf = async ({ headers }: SignedIn) => (await auth.call(api.listSessions, {}, { headers })).body.items
  const seen = await sessionsOf(laptop)
  expect(seen).toMatchObject([
    { browser: 'Firefox', system: 'Windows', isCurrent: true },
    { isCurrent: false },
    { isCurrent: false }, // the one that registered
  ])
  expect(seen[1]).not.toHaveProperty('browser')
  const sessionId = seen[1]?.id ?? newId('session')
  const end = (id: typeof sessionId, { headers }: SignedIn) =>
    auth.call(api.endSession, { params: { sessionId: id } }, { headers })
  expect((await end(sessionId, ben)).status).toBe(404)
  expect((await end(newId('session'), laptop)).status).toBe(404)
  expect((await end(sessionId, laptop)).status).toBe(204)
  expect((await end(sessionId, laptop)).status).toBe(204)
  expect((await auth.call(api.refresh, { body: { refreshToken: phone.refreshToken } })).status).toBe(401)
  expect(await sessionsOf(laptop)).toHaveLength(2)
})

test('whoever asked for another address with a password that has been replaced takes no account over', async () => {
  await using auth = await startAuth()
  const { id } = await auth.verified('ada@example.com')
  const thief = await signIn(auth, 'ada@example.com')
  const changeToOther = () =>
    auth.call(api.changeEmail, { body: { email: 'thief@example.com', password } }, { headers: thief.headers })
  const follow = async () => {
    const { problem } = await auth.call(api.verifyEmail, { body: { token: await auth.mailed('change-email', id) } })
    return problem?.code
  }
  await changeToOther()
  await auth.call(api.forgotPassword, { body: { email: 'ada@example.com' } })
  const token = await auth.mailed('reset-password', id)
  expect((await auth.call(api.resetPassword, { body: { token, password } })).status).toBe(204)
  expect(await follow()).toBe('auth/link-invalid')
  const own = await signIn(auth, 'ada@example.com')
  await auth.call(api.changeEmail, { body: { email: 'thief@example.com', password } }, { headers: own.headers })
  const change = { body: { currentPassword: password, password: fresh } }
  expect((await auth.call(api.changePassword, change, { headers: own.headers })).status).toBe(204)
  expect(await follow()).toBe('auth/link-invalid')
})
