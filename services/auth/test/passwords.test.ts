import * as api from '@buy-locals/contracts/auth/operations'
import { linkRequested } from '@buy-locals/contracts/auth/events'
import { Problem } from '@buy-locals/contracts/problem'
import { hash } from '@node-rs/argon2'
import { newId, type Id } from '@buy-locals/values/ids'
import { expect, test } from 'vitest'
import { newRsaKey, rsaTokens } from '../src/adapters/rsa-tokens.ts'
import type { Credentials } from '../src/credentials.ts'
import { limits, password, startAuth } from './support.ts'

const warnings = async (auth: Awaited<ReturnType<typeof startAuth>>) =>
  (await auth.published(linkRequested)).map(({ data }) => data).filter(({ kind }) => kind === 'password-changed')

test('whoever had proven their address is mailed when their password is reset, and of an account that nobody had nobody is', async () => {
  await using auth = await startAuth()
  const reset = async (email: string, id: Id<'person'>) => {
    await auth.call(api.forgotPassword, { body: { email } })
    const body = { token: await auth.mailed('reset-password', id), password: 'seven quiet lighthouses' }
    expect((await auth.call(api.resetPassword, { body })).status).toBe(204)
  }
  const { person } = await auth.register('ben@example.com')
  await reset('ben@example.com', person.id)
  expect(await warnings(auth)).toEqual([])
  const { id } = await auth.verified('ada@example.com')
  await reset('ada@example.com', id)
  expect(await warnings(auth)).toMatchObject([{ personId: id, to: 'ada@example.com' }])
})

test('a forgotten password is set anew by the mailed link, once, and every session ends', async () => {
  await using auth = await startAuth()
  const { person, refreshToken } = await auth.register('ada@example.com')
  expect((await auth.call(api.forgotPassword, { body: { email: 'ada@example.com' } })).status).toBe(202)
  const token = await auth.mailed('reset-password', person.id)
  const fresh = 'seven quiet lighthouses'
  expect((await auth.call(api.resetPassword, { body: { token, password: fresh } })).status).toBe(204)
  expect((await auth.call(api.resetPassword, { body: { token, password: fresh } })).problem?.code).toBe(
    'auth/link-invalid',
  )
  expect((await auth.call(api.refresh, { body: { refreshToken } })).status).toBe(401)
  expect((await auth.call(api.login, { body: { email: 'ada@example.com', password } })).status).toBe(401)
  expect((await auth.call(api.login, { body: { email: 'ada@example.com', password: fresh } })).status).toBe(200)
})

test('a browser in which somebody was signed in forgets it when they set a new password there, and nobody else is', async () => {
  await using auth = await startAuth()
  const { person } = await auth.register('ada@example.com')
  const { person: other } = await auth.register('ben@example.com')
  const removedFor = async (as: typeof person.id) => {
    await auth.call(api.forgotPassword, { body: { email: 'ada@example.com' } })
    const body = { token: await auth.mailed('reset-password', person.id), password: 'seven quiet lighthouses' }
    const { headers } = await auth.call(api.resetPassword, { body }, { as })
    return headers.getSetCookie().filter((cookie) => /^bl_(access|refresh)=; Max-Age=0/i.test(cookie)).length
  }
  expect(await removedFor(other.id)).toBe(0)
  expect(await removedFor(person.id)).toBe(2)
})

test('a password that is replaced while it is looked at lets nobody in', async () => {
  let meanwhile = async () => {}
  const slowly = (own: Credentials): Credentials => ({
    ...own,
    fits: async (...args) => {
      const fits = await own.fits(...args)
      await meanwhile()
      return fits
    },
  })
  await using auth = await startAuth({}, slowly)
  const { person } = await auth.register('ada@example.com')
  await auth.call(api.forgotPassword, { body: { email: 'ada@example.com' } })
  const token = await auth.mailed('reset-password', person.id)
  meanwhile = async () => {
    await auth.call(api.resetPassword, { body: { token, password: 'seven quiet lighthouses' } })
  }
  const late = await auth.call(api.login, { body: { email: 'ada@example.com', password } })
  expect(late.problem?.code).toBe('auth/wrong-credentials')
})

test('a link is out of date after an hour', async () => {
  await using auth = await startAuth()
  const { person } = await auth.register('ada@example.com')
  await auth.call(api.forgotPassword, { body: { email: 'ada@example.com' } })
  const token = await auth.mailed('reset-password', person.id)
  await auth.advance('PT1H')
  expect((await auth.call(api.resetPassword, { body: { token, password: 'seven quiet lighthouses' } })).status).toBe(
    410,
  )
})

test('asking for a forgotten password tells nobody who has an account', async () => {
  await using auth = await startAuth()
  const response = await auth.call(api.forgotPassword, { body: { email: 'nobody@example.com' } })
  expect({ status: response.status, body: response.body }).toEqual({ status: 202, body: '' })
  expect(await auth.published(linkRequested)).toEqual([])
})

test('a link for one thing is no good for another', async () => {
  await using auth = await startAuth()
  const { person } = await auth.register('ada@example.com')
  const token = await auth.mailed('verify-email', person.id)
  expect((await auth.call(api.resetPassword, { body: { token, password: 'seven quiet lighthouses' } })).status).toBe(
    410,
  )
})

test('after eight wrong passwords from one place even the right one waits; from elsewhere the owner still gets in', async () => {
  await using auth = await startAuth()
  await auth.register('ada@example.com')
  const attempts = await Promise.all(
    Array.from({ length: 20 }, () =>
      auth.call(api.login, { body: { email: 'ada@example.com', password: 'not this one' } }),
    ),
  )
  expect(attempts.filter(({ status }) => status === 401)).toHaveLength(8)
  const right = await auth.call(api.login, { body: { email: 'ada@example.com', password } })
  expect(right.problem?.code).toBe('too-many-requests')
  expect(Number(right.headers.get('retry-after'))).toBe(900)
  await auth.advance('PT15M')
  expect((await auth.call(api.login, { body: { email: 'ada@example.com', password } })).status).toBe(200)
})

const guessFrom = (auth: Awaited<ReturnType<typeof startAuth>>, ip: string, times: number) =>
  Promise.all(
    Array.from({ length: times }, () =>
      auth.call(
        api.login,
        { body: { email: 'ada@example.com', password: 'not this one' } },
        { headers: { 'x-forwarded-for': ip } },
      ),
    ),
  )
const signInFrom = async (auth: Awaited<ReturnType<typeof startAuth>>, ip: string, cookie = '') => {
  const headers = { 'x-forwarded-for': ip, ...(cookie && { cookie }) }
  return (await auth.call(api.login, { body: { email: 'ada@example.com', password } }, { headers })).status
}

test('an account cannot be locked from one network, whichever of its addresses are used', async () => {
  await using auth = await startAuth()
  await auth.register('ada@example.com')
  for (let host = 0; host < 20; host++) {
    await guessFrom(auth, `2001:db8:1:${host.toString(16)}::${host}`, 9)
    await guessFrom(auth, `2001:db8:1:0::${host}`, 1)
  }
  expect(await signInFrom(auth, '2001:db8:1:ffff::1')).toBe(429)
  expect(await signInFrom(auth, '2001:db8:2::1')).toBe(200)
})

test('a browser in which the owner has signed in before lets them in, however many strangers try from wherever', async () => {
  await using auth = await startAuth()
  const { person } = await auth.register('ada@example.com')
  const token = await auth.mailed('verify-email', person.id)
  await auth.call(api.verifyEmail, { body: { token } }, { as: person.id })
  const signedIn = await auth.call(api.login, { body: { email: 'ada@example.com', password } })
  const device = signedIn.headers.getSetCookie().find((cookie) => cookie.startsWith('bl_device='))
  expect(device).toMatch(/Path=\/v1\/auth; HttpOnly/)
  const cookie = device?.split(';')[0] ?? ''
  for (let host = 0; host < 13; host++) await guessFrom(auth, `192.0.${host}.7`, 8)
  expect(await signInFrom(auth, '198.51.100.7')).toBe(429)
  expect(await signInFrom(auth, '192.0.0.7', cookie)).toBe(200)
  const foreign = await (await rsaTokens([await newRsaKey()], 'http://127.0.0.1', auth.clock)).device(newId('person'))
  expect(await signInFrom(auth, '198.51.100.7', `bl_device=${foreign.token}`)).toBe(429)
})

test('whoever is locked out sets a new password by mail and gets in at once', async () => {
  await using auth = await startAuth()
  const { person } = await auth.register('ada@example.com')
  for (let host = 0; host < 13; host++) await guessFrom(auth, `192.0.${host}.7`, 8)
  await auth.call(api.forgotPassword, { body: { email: 'ada@example.com' } })
  const token = await auth.mailed('reset-password', person.id)
  const reset = await auth.call(api.resetPassword, { body: { token, password } })
  const cookie = reset.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  expect(await signInFrom(auth, '192.0.0.7')).toBe(429)
  expect(await signInFrom(auth, '192.0.0.7', cookie)).toBe(200)
})

test('a password that everybody tries first is refused, and says so at its field', async () => {
  await using auth = await startAuth()
  const { problem, status } = await auth.call(api.register, {
    body: { email: 'ada@example.com', password: 'password123', name: 'Ada' },
  })
  expect(status).toBe(422)
  expect(problem?.errors?.[0]?.pointer).toBe('/body/password')
})

test('where a password cannot be stored nobody is registered, and the address is free for the next try', async () => {
  let isAway = true
  await using auth = await startAuth({}, (own) => ({
    ...own,
    set: (...input) => (isAway ? Promise.reject(new Error('The pool is away')) : own.set(...input)),
  }))
  const register = () => auth.call(api.register, { body: { email: 'ada@example.com', password, name: 'Ada' } })
  expect((await register()).status).toBe(500)
  expect((await auth.call(api.login, { body: { email: 'ada@example.com', password } })).status).toBe(401)
  isAway = false
  expect((await register()).status).toBe(201)
  expect((await register()).problem?.code).toBe('auth/email-taken')
})

/** A user pool that does not respond until it is told to. */
function poolThatIsAway() {
  const pool = { isAway: true }
  const refuse = () => Promise.reject(new Problem('auth/passwords-unavailable', 'The pool does not respond'))
  const around = (own: Credentials): Credentials => ({
    ...own,
    set: (...input) => (pool.isAway ? refuse() : own.set(...input)),
    remove: (...input) => (pool.isAway ? refuse() : own.remove(...input)),
  })
  return { pool, around }
}

test('whoever erases their account is gone at once, also while their password cannot be removed, which is done later', async () => {
  const { pool, around } = poolThatIsAway()
  const removed: string[] = []
  await using auth = await startAuth({}, (own) => ({
    ...around(own),
    remove: async (personId) => {
      await around(own).remove(personId)
      removed.push(personId)
    },
  }))
  pool.isAway = false
  const { person, refreshToken } = await auth.register('ada@example.com')
  pool.isAway = true
  expect((await auth.call(api.eraseMe, { body: { password } }, { as: person.id })).status).toBe(204)
  expect((await auth.call(api.refresh, { body: { refreshToken } })).status).toBe(401)
  await auth.advance('PT1M')
  expect(removed).toEqual([])
  pool.isAway = false
  expect((await auth.register('ada@example.com')).response.status).toBe(201)
  await auth.advance('PT30M')
  expect(removed).toEqual([person.id])
})

test('mails and accounts are limited', async () => {
  await using auth = await startAuth({
    limits: {
      ...limits,
      mailsToOneAddress: { points: 2, seconds: 3600 },
      registrationsFromOnePlace: { points: 1, seconds: 3600 },
    },
  })
  const { person } = await auth.register('ada@example.com')
  expect((await auth.register('ben@example.com')).response.status).toBe(429)
  const codes: number[] = []
  for (let i = 0; i < 3; i++) codes.push((await auth.call(api.sendVerification, {}, { as: person.id })).status)
  expect(codes).toEqual([202, 202, 429])
})

test('a password opens the account however a keyboard composes its letters', async () => {
  await using auth = await startAuth()
  const [composed, decomposed] = ['Äpfel für die Größe', 'Äpfel für die Größe'.normalize('NFD')]
  for (const [at, password] of [composed, decomposed].entries())
    await auth.call(api.register, { body: { email: `ada${at}@example.com`, password, name: 'Ada' } })
  for (const email of ['ada0@example.com', 'ada1@example.com'])
    for (const password of [composed, decomposed])
      expect((await auth.call(api.login, { body: { email, password } })).status).toBe(200)
})

test('a password that was stored as it was typed still opens the account, and is stored composed from then on', async () => {
  await using auth = await startAuth()
  const { person } = await auth.register('ada@example.com')
  const decomposed = 'Äpfel für die Größe'.normalize('NFD')
  const stored = () =>
    auth.db.selectFrom('passwords').select('hash').where('person_id', '=', person.id).executeTakeFirstOrThrow()
  await auth.db
    .updateTable('passwords')
    .set({ hash: await hash(decomposed) })
    .execute()
  const before = await stored()
  const signIn = (password: string) => auth.call(api.login, { body: { email: 'ada@example.com', password } })
  expect((await signIn(decomposed)).status).toBe(200)
  expect(await stored()).not.toEqual(before)
  expect((await signIn(decomposed.normalize('NFC'))).status).toBe(200)
  expect((await signIn('Apfel fur die Grosse')).status).toBe(401)
})

test('names that nobody can see and zones that nobody knows, stored before they were refused, are mended', async () => {
  await using auth = await startAuth()
  const { person } = await auth.register('ada@example.com')
  const { person: other } = await auth.register('ben@example.com', 'Ben 床屋')
  const readMe = () => auth.call(api.readMe, {}, { as: person.id })
  const set = (fields: { name?: string; time_zone?: string }, id = person.id) =>
    auth.db.updateTable('people').set(fields).where('id', '=', id).execute()
  for (const name of ['\u200B\u2060', '\u202E\t', '\u3164 \u2800', '\u0301', '\u{E0041}']) {
    await set({ name })
    expect((await readMe()).status).toBe(500)
    await auth.runMigration('007_visible-names.sql')
    expect((await readMe()).body).toMatchObject({ name: 'Unnamed' })
  }
  await set({ time_zone: 'america/boise' }, other.id)
  for (const time_zone of ['Mars/Olympus', 'Foo/Bar+3', 'EST5EDT', 'US/Pacific-New']) {
    await set({ time_zone })
    await auth.runMigration('008_known-zones.sql')
    const rows = await auth.db.selectFrom('people').select(['name', 'time_zone']).orderBy('email').execute()
    expect(rows).toEqual([{ name: 'Unnamed', time_zone: null }, { name: 'Ben 床屋', time_zone: 'america/boise' }]) // prettier-ignore
  }
})
