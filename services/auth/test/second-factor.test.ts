import { linkRequested } from '@buy-locals/contracts/auth/events'
import * as api from '@buy-locals/contracts/auth/operations'
import { cookieNames } from '@buy-locals/contracts/cookies'
import { generate } from './authenticator.ts'
import { decodeJwt } from 'jose'
import { expect, test } from 'vitest'
import { exportPerson } from '../src/use-cases/export-person.ts'
import { removeSecondFactor } from '../src/use-cases/turn-off-second-factor.ts'
import { password, startAuth } from './support.ts'

type Auth = Awaited<ReturnType<typeof startAuth>>

const firefox = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0'
const app = { 'x-client': 'app', 'user-agent': firefox }

const headersOf = (accessToken: string) => {
  const { sub, sid, auth_time: at } = decodeJwt<{ sid: string; auth_time?: number }>(accessToken)
  return { ...app, authorization: `Bearer test:${sub}:${sid}${at === undefined ? '' : `:${at}`}` }
}

const signIn = (auth: Auth, email: string, headers: Record<string, string> = app) =>
  auth.call(api.login, { body: { email, password } }, { headers })

const signInTokenOf = ({ problem }: { problem: unknown }) =>
  (problem as { signInToken?: string } | undefined)?.signInToken ?? 'none of these, but as long'

const enterCode = (auth: Auth, signInToken: string, code: string, headers: Record<string, string> = app) =>
  auth.call(api.signInWithCode, { body: { signInToken, code } }, { headers })

/** Somebody whose second factor is on, with their phone and the session that turned it on. */
async function withSecondFactor(auth: Auth, email = 'ada@example.com') {
  const { id } = await auth.verified(email)
  const { body } = await signIn(auth, email)
  const opened = headersOf(body.session.accessToken)
  const { body: setUp } = await auth.call(api.startSecondFactor, { body: { password } }, { headers: opened })
  const phone = () => generate(setUp.secret, auth.clock())
  const on = await auth.call(api.turnOnSecondFactor, { body: { code: phone() } }, { headers: opened })
  expect(on.status).toBe(200)
  const headers = headersOf(on.body.session.accessToken)
  return { id, email, setUp, phone, on, headers, opened, recoveryCodes: on.body.recoveryCodes }
}

const nextCode = (auth: Auth) => auth.advance('PT31S')

test('once it is on, a password alone opens nothing: a code from the phone does, once', async () => {
  await using auth = await startAuth()
  const { phone, email } = await withSecondFactor(auth)
  await nextCode(auth)
  const half = await signIn(auth, email)
  expect({ status: half.status, code: half.problem?.code }).toEqual({ status: 401, code: 'auth/code-needed' })
  expect(half.headers.getSetCookie()).toEqual([])
  const signInToken = signInTokenOf(half)
  const code = phone()
  const opened = await enterCode(auth, signInToken, `${code.slice(0, 3)} ${code.slice(3)}`)
  expect(opened.status).toBe(200)
  expect(decodeJwt(opened.body.session.accessToken)).toMatchObject({ amr: ['pwd', 'otp'] })
  expect((await enterCode(auth, signInToken, code)).problem?.code).toBe('auth/wrong-code')
  expect((await enterCode(auth, signInTokenOf(await signIn(auth, email)), code)).problem?.code).toBe('auth/wrong-code')
  await nextCode(auth)
  expect((await enterCode(auth, signInToken, phone())).status).toBe(200)
})

test('of two who use one code at the same moment, one gets in', async () => {
  await using auth = await startAuth()
  const { phone, email } = await withSecondFactor(auth)
  await nextCode(auth)
  const signInToken = signInTokenOf(await signIn(auth, email))
  const code = phone()
  const both = await Promise.all([enterCode(auth, signInToken, code), enterCode(auth, signInToken, code)])
  expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 403])
})

test('the code that turned it on signs nobody in, and neither do codes of other minutes or other people', async () => {
  await using auth = await startAuth()
  const { phone, email } = await withSecondFactor(auth)
  const ben = await withSecondFactor(auth, 'ben@example.com')
  const signInToken = signInTokenOf(await signIn(auth, email))
  const refused = async (code: string) => (await enterCode(auth, signInToken, code)).problem?.code
  expect(await refused(phone())).toBe('auth/wrong-code')
  const old = phone()
  await auth.advance('PT2M')
  for (const code of [old, ben.phone(), ben.recoveryCodes[0] ?? '']) expect(await refused(code)).toBe('auth/wrong-code')
  expect((await enterCode(auth, signInToken, phone())).status).toBe(200)
})

test('a recovery code opens the account once, as its person copies it, and they are told', async () => {
  await using auth = await startAuth()
  const { email, recoveryCodes, id } = await withSecondFactor(auth)
  expect(new Set(recoveryCodes).size).toBe(10)
  const signInToken = signInTokenOf(await signIn(auth, email))
  const typed = (recoveryCodes[0] ?? '').toUpperCase().replaceAll('-', ' ')
  const opened = await enterCode(auth, signInToken, typed)
  expect(opened.status).toBe(200)
  expect((await enterCode(auth, signInToken, typed)).problem?.code).toBe('auth/wrong-code')
  const headers = headersOf(opened.body.session.accessToken)
  expect((await auth.call(api.readSecondFactor, {}, { headers })).body).toMatchObject({ recoveryCodesLeft: 9 })
  const { items } = (await auth.call(api.listSessions, {}, { headers })).body
  expect(items.map(({ openedWith }) => openedWith)).toEqual(['recovery-code', 'code'])
  const mails = (await auth.published(linkRequested)).filter(({ data }) => data.kind === 'recovery-code-used')
  expect(mails).toMatchObject([{ data: { personId: id, to: email } }])
})

test('new recovery codes take the place of the old ones', async () => {
  await using auth = await startAuth()
  const { email, recoveryCodes, headers } = await withSecondFactor(auth)
  const { body } = await auth.call(api.renewRecoveryCodes, {}, { headers })
  const signInToken = signInTokenOf(await signIn(auth, email))
  expect((await enterCode(auth, signInToken, recoveryCodes[1] ?? '')).problem?.code).toBe('auth/wrong-code')
  expect((await enterCode(auth, signInToken, body.recoveryCodes[1] ?? '')).status).toBe(200)
})

test('whoever has the password tries few codes, also at the same time', async () => {
  await using auth = await startAuth()
  const { phone, email } = await withSecondFactor(auth)
  await nextCode(auth)
  const signInToken = signInTokenOf(await signIn(auth, email))
  const guesses = Array.from({ length: 20 }, (_, at) => enterCode(auth, signInToken, String(100_000 + at)))
  const statuses = (await Promise.all(guesses)).map(({ status }) => status)
  expect(statuses.filter((status) => status === 403)).toHaveLength(8)
  expect((await enterCode(auth, signInToken, phone())).problem?.code).toBe('too-many-requests')
  await auth.advance('PT15M')
  const later = signInTokenOf(await signIn(auth, email))
  expect((await enterCode(auth, later, phone())).status).toBe(200)
})

test('half a sign-in is good for ten minutes, and for nothing else', async () => {
  await using auth = await startAuth()
  const { phone, email, id } = await withSecondFactor(auth)
  await nextCode(auth)
  const signInToken = signInTokenOf(await signIn(auth, email))
  const { body } = await signIn(auth, (await auth.verified('ben@example.com')).email)
  expect((await enterCode(auth, body.session.accessToken, phone())).problem?.code).toBe('auth/session-ended')
  expect((await enterCode(auth, `${signInToken.slice(0, -4)}AAAA`, phone())).problem?.code).toBe('auth/session-ended')
  await auth.call(api.forgotPassword, { body: { email } })
  const token = await auth.mailed('reset-password', id)
  await auth.call(api.resetPassword, { body: { token, password } })
  expect((await enterCode(auth, signInToken, phone())).problem?.code).toBe('auth/session-ended')
  const again = signInTokenOf(await signIn(auth, email))
  await auth.advance('PT10M')
  expect((await enterCode(auth, again, phone())).problem?.code).toBe('auth/session-ended')
})

test('a mailed link to a new password does not open an account without its second factor', async () => {
  await using auth = await startAuth()
  const { email, id } = await withSecondFactor(auth)
  await auth.call(api.forgotPassword, { body: { email } })
  const token = await auth.mailed('reset-password', id)
  expect((await auth.call(api.resetPassword, { body: { token, password } })).status).toBe(204)
  expect((await signIn(auth, email)).problem?.code).toBe('auth/code-needed')
})

test('it is turned on with the password and a code; every session before ends, the one that asked too', async () => {
  await using auth = await startAuth()
  const { email } = await auth.verified('ada@example.com')
  const elsewhere = await signIn(auth, email)
  const { body } = await signIn(auth, email)
  const headers = headersOf(body.session.accessToken)
  const start = (typed: string) => auth.call(api.startSecondFactor, { body: { password: typed } }, { headers })
  const turnOn = (code: string) => auth.call(api.turnOnSecondFactor, { body: { code } }, { headers })
  expect((await turnOn('123456')).problem?.code).toBe('not-found')
  expect((await start('not the password')).problem?.code).toBe('auth/wrong-credentials')
  const { secret: replaced } = (await start(password)).body
  const { secret, uri } = (await start(password)).body
  expect(uri).toMatch(/^otpauth:\/\/totp\/Buy%20Locals:ada%40example\.com\?/)
  expect((await turnOn(generate(replaced, auth.clock()))).problem?.code).toBe('auth/wrong-code')
  expect((await signIn(auth, email)).status).toBe(200) // nothing has changed yet
  const on = await turnOn(generate(secret, auth.clock()))
  expect(on.status).toBe(200)
  for (const { refreshToken } of [elsewhere.body.session, body.session])
    expect((await auth.call(api.refresh, { body: { refreshToken } })).status).toBe(401)
  const fresh = headersOf(on.body.session.accessToken)
  const again = await auth.call(api.startSecondFactor, { body: { password } }, { headers: fresh })
  expect(again.problem?.code).toBe('auth/second-factor-on')
  const stored = await auth.db.selectFrom('second_factors').select('secret').executeTakeFirstOrThrow()
  expect(stored.secret).not.toContain(secret)
})

test('a secret that no code has confirmed within the hour is worth nothing', async () => {
  await using auth = await startAuth()
  const { id } = await auth.verified('ada@example.com')
  const { secret } = (await auth.call(api.startSecondFactor, { body: { password } }, { as: id })).body
  await auth.advance('PT61M')
  const late = await auth.call(api.turnOnSecondFactor, { body: { code: generate(secret, auth.clock()) } }, { as: id })
  expect(late.problem?.code).toBe('not-found')
})

test('whoever registered with an address that is not proven locks nobody out of it', async () => {
  await using auth = await startAuth()
  const { person } = await auth.register('ada@example.com')
  const start = await auth.call(api.startSecondFactor, { body: { password } }, { as: person.id })
  expect(start.problem?.code).toBe('auth/email-unverified')
})

test('ten minutes after a code, what locks its person out takes another one', async () => {
  await using auth = await startAuth()
  const { headers, phone, opened } = await withSecondFactor(auth)
  const changeEmail = (as: Record<string, string>) =>
    auth.call(api.changeEmail, { body: { email: 'ada@new.example', password } }, { headers: as })
  expect((await changeEmail(headers)).status).toBe(202)
  expect((await changeEmail(opened)).status).toBe(401) // its session has ended
  await auth.advance('PT10M1S')
  expect((await changeEmail(headers)).problem?.code).toBe('auth/confirmation-needed')
  const wrong = await auth.call(api.confirmIdentity, { body: { code: '000000' } }, { headers })
  expect(wrong.problem?.code).toBe('auth/wrong-code')
  const code = phone()
  const confirmed = await auth.call(api.confirmIdentity, { body: { code } }, { headers })
  expect((await auth.call(api.confirmIdentity, { body: { code } }, { headers })).problem?.code).toBe('auth/wrong-code')
  const fresh = headersOf(confirmed.body.session.accessToken)
  expect((await changeEmail(fresh)).status).toBe(202)
  const body = { currentPassword: password, password: 'seven quiet lighthouses' }
  expect((await auth.call(api.changePassword, { body }, { headers: fresh })).status).toBe(204)
})

test('a renewed session still says when its code was shown', async () => {
  await using auth = await startAuth()
  const { on } = await withSecondFactor(auth)
  await auth.advance('PT5M')
  const { refreshToken } = on.body.session
  const renewed = await auth.call(api.refresh, { body: { refreshToken } })
  const at = decodeJwt(on.body.session.accessToken)['auth_time']
  expect(decodeJwt(renewed.body.session.accessToken)).toMatchObject({ amr: ['pwd', 'otp'], auth_time: at })
})

test('it is turned off with a fresh code; then the password is enough, and nothing asks for a code', async () => {
  await using auth = await startAuth()
  const { headers, phone, email, id } = await withSecondFactor(auth)
  await auth.advance('PT11M')
  const turnOff = (as: Record<string, string>) => auth.call(api.turnOffSecondFactor, {}, { headers: as })
  expect((await turnOff(headers)).problem?.code).toBe('auth/confirmation-needed')
  const confirmed = await auth.call(api.confirmIdentity, { body: { code: phone() } }, { headers })
  const off = await turnOff(headersOf(confirmed.body.session.accessToken))
  expect(off.status).toBe(200)
  const claims = decodeJwt(off.body.session.accessToken)
  expect(claims).not.toHaveProperty('amr')
  await auth.advance('PT11M')
  const changed = await auth.call(
    api.changeEmail,
    { body: { email: 'ada@new.example', password } },
    { headers: headersOf(off.body.session.accessToken) },
  )
  expect(changed.status).toBe(202)
  expect((await signIn(auth, email)).status).toBe(200)
  const kinds = (await auth.published(linkRequested)).flatMap(({ data }) => (data.personId === id ? data.kind : []))
  expect(kinds).toEqual(expect.arrayContaining(['second-factor-on', 'second-factor-off']))
})

test('whoever operates a market keeps it, where operators need one', async () => {
  await using auth = await startAuth({ operatorsNeedSecondFactor: true })
  const { headers, id } = await withSecondFactor(auth)
  const read = () => auth.call(api.readSecondFactor, {}, { headers })
  expect((await read()).body).toMatchObject({ isOn: true, isRequired: false })
  await auth.member(id, 'platform', 'admin')
  expect((await read()).body).toMatchObject({ isRequired: true })
  const off = await auth.call(api.turnOffSecondFactor, {}, { headers })
  expect(off.problem?.code).toBe('auth/second-factor-required')
})

test('whoever runs the server removes it for somebody who has lost everything, and everybody is signed out', async () => {
  await using auth = await startAuth()
  const { email, on } = await withSecondFactor(auth)
  const remove = (of: string) => removeSecondFactor({ db: auth.db, clock: auth.clock }, of)
  expect(await remove('nobody@example.com')).toBe('nobody')
  expect(await remove(email)).toBe('removed')
  expect(await remove(email)).toBe('off')
  const { refreshToken } = on.body.session
  expect((await auth.call(api.refresh, { body: { refreshToken } })).status).toBe(401)
  expect((await signIn(auth, email)).status).toBe(200)
})

test('a browser in which somebody has never signed in is told of by mail; one in which they have is not', async () => {
  await using auth = await startAuth()
  const { id, email } = await auth.verified('ada@example.com')
  const mails = async () =>
    (await auth.published(linkRequested)).map(({ data }) => data).filter(({ kind }) => kind === 'new-device')
  const browser = { 'user-agent': firefox }
  const first = await signIn(auth, email, browser)
  const at = auth.clock().toString({ smallestUnit: 'second' })
  expect(await mails()).toMatchObject([{ personId: id, to: email, at, browser: 'Firefox', system: 'Windows' }])
  const device = first.headers.getSetCookie().find((cookie) => cookie.startsWith(`${cookieNames.device}=`)) ?? ''
  await signIn(auth, email, { ...browser, cookie: device.split(';')[0] ?? '' })
  expect(await mails()).toHaveLength(1)
  await auth.register('ben@example.com')
  await signIn(auth, 'ben@example.com', browser) // nobody has proven to read what is mailed there
  expect(await mails()).toHaveLength(1)
})

test('with a second factor the mail comes once the code is right, and not before', async () => {
  await using auth = await startAuth()
  const { phone, email, recoveryCodes } = await withSecondFactor(auth)
  const count = async () =>
    (await auth.published(linkRequested)).filter(({ data }) => data.kind === 'new-device').length
  const before = await count()
  await nextCode(auth)
  const signInToken = signInTokenOf(await signIn(auth, email))
  await enterCode(auth, signInToken, '000000')
  expect(await count()).toBe(before)
  await enterCode(auth, signInToken, phone())
  expect(await count()).toBe(before + 1)
  await enterCode(auth, signInToken, recoveryCodes[0] ?? '')
  expect(await count()).toBe(before + 2)
})

test('to turn the second factor on, as to register, tells nobody of another browser', async () => {
  await using auth = await startAuth()
  const { id } = await auth.verified('ada@example.com')
  const { body } = await auth.call(api.startSecondFactor, { body: { password } }, { as: id })
  const code = generate(body.secret, auth.clock())
  expect((await auth.call(api.turnOnSecondFactor, { body: { code } }, { as: id })).status).toBe(200)
  expect((await auth.published(linkRequested)).map(({ data }) => data.kind)).not.toContain('new-device')
})

test('a link that sets the password lets nobody in: whoever signs in with it elsewhere is told', async () => {
  await using auth = await startAuth()
  const { id, email } = await auth.verified('ada@example.com')
  await auth.call(api.forgotPassword, { body: { email } })
  const body = { token: await auth.mailed('reset-password', id), password }
  const reset = await auth.call(api.resetPassword, { body }, { headers: { 'user-agent': firefox } })
  const device = reset.headers.getSetCookie().find((cookie) => cookie.startsWith(`${cookieNames.device}=`)) ?? ''
  expect(reset.headers.getSetCookie().join()).not.toContain(cookieNames.access)
  const count = async () =>
    (await auth.published(linkRequested)).filter(({ data }) => data.kind === 'new-device').length
  await signIn(auth, email, { 'user-agent': firefox, cookie: device.split(';')[0] ?? '' })
  expect(await count()).toBe(0)
  await signIn(auth, email, { 'user-agent': firefox })
  expect(await count()).toBe(1)
})

test('whoever has verified their address in this browser is known in it', async () => {
  await using auth = await startAuth()
  const { person } = await auth.register('ada@example.com')
  const token = await auth.mailed('verify-email', person.id)
  const verified = await auth.call(api.verifyEmail, { body: { token } }, { as: person.id })
  const device = verified.headers.getSetCookie().find((cookie) => cookie.startsWith(`${cookieNames.device}=`)) ?? ''
  expect(device).not.toBe('')
  await signIn(auth, 'ada@example.com', { 'user-agent': firefox, cookie: device.split(';')[0] ?? '' })
  const kinds = (await auth.published(linkRequested)).map(({ data }) => data.kind)
  expect(kinds).not.toContain('new-device')
})

test('an export says since when it is on, and no secret', async () => {
  await using auth = await startAuth()
  const { id, setUp } = await withSecondFactor(auth)
  const exported = await exportPerson({ db: auth.db }, id)
  expect(exported).toHaveProperty('secondFactorSince')
  const stored = await auth.db.selectFrom('second_factors').select('secret').executeTakeFirstOrThrow()
  for (const secret of [setUp.secret, stored.secret]) expect(JSON.stringify(exported)).not.toContain(secret)
})
