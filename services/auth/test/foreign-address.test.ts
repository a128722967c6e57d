import { personChanged } from '@buy-locals/contracts/auth/events'
import * as api from '@buy-locals/contracts/auth/operations'
import { expect, test } from 'vitest'
import { password, startAuth } from './support.ts'

const email = 'ada@example.com'
const chosen = 'seven quiet lighthouses'

/** Somebody who is not Ada has registered with her address; she has got the mail. */
async function startWithForeignRegistration() {
  const auth = await startAuth()
  const { person, refreshToken } = await auth.register(email, 'Not Ada')
  const token = await auth.mailed('verify-email', person.id)
  return Object.assign(auth, {
    person,
    refreshToken,
    token,
    signIn: (its: string) => auth.call(api.login, { body: { email, password: its } }),
  })
}

test('whoever proves an address sets the password, and whoever registered with it before is out', async () => {
  await using auth = await startWithForeignRegistration()
  const { token, refreshToken } = auth
  const unproven = await auth.call(api.verifyEmail, { body: { token } })
  expect(unproven.problem?.code).toBe('auth/password-needed')
  const weak = await auth.call(api.verifyEmail, { body: { token, password: 'password123' } })
  expect(weak.status).toBe(422)
  const proven = await auth.call(api.verifyEmail, { body: { token, password: chosen } })
  expect(proven.body.person.emailVerified).toBe(true)
  expect((await auth.signIn(password)).status).toBe(401)
  expect((await auth.call(api.refresh, { body: { refreshToken } })).status).toBe(401)
  expect((await auth.signIn(chosen)).status).toBe(200)
  expect((await auth.call(api.verifyEmail, { body: { token, password: chosen } })).status).toBe(410)
})

test('no session of another account proves an address', async () => {
  await using auth = await startWithForeignRegistration()
  const { person: other } = await auth.register('other@example.com')
  const { token, person } = auth
  const refused = await auth.call(api.verifyEmail, { body: { token } }, { as: other.id })
  expect(refused.problem?.code).toBe('auth/password-needed')
  expect((await auth.call(api.readMe, {}, { as: person.id })).body.emailVerified).toBe(false)
})

test('nothing is published of a verified address before it is proven, so no guest booking joins the account', async () => {
  await using auth = await startWithForeignRegistration()
  const { token, person } = auth
  await auth.call(api.verifyEmail, { body: { token } })
  const verifiedOf = async () =>
    (await auth.published(personChanged))
      .filter(({ data }) => data.id === person.id)
      .map(({ data }) => data.emailVerified)
  expect(await verifiedOf()).toEqual([false])
  await auth.call(api.verifyEmail, { body: { token, password: chosen } })
  expect(await verifiedOf()).toEqual([false, true])
})

test('whoever registered and reads the mail in the same browser keeps the password', async () => {
  await using auth = await startWithForeignRegistration()
  const { token, person } = auth
  expect((await auth.call(api.verifyEmail, { body: { token } }, { as: person.id })).status).toBe(200)
  expect((await auth.signIn(password)).status).toBe(200)
})
