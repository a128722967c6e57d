import { personErased } from '@buy-locals/contracts/auth/events'
import * as api from '@buy-locals/contracts/auth/operations'
import { systemClock } from '@buy-locals/service-kit/clock'
import { createLog } from '@buy-locals/service-kit/log'
import { expect, onTestFinished, test } from 'vitest'
import { cognitoCredentials } from '../src/adapters/cognito-credentials.ts'
import { postgresCredentials } from '../src/adapters/postgres-credentials.ts'
import { startCognitoFake } from '../src/testing/cognito-fake.ts'
import { password, startAuth } from './support.ts'

const email = 'ada@example.com'
const fresh = 'seven quiet lighthouses'

const newUser = { failures: 0, lastAt: 0, lockedUntil: 0 }

/** Ada registered before there was a user pool. */
async function startBeforeMove() {
  const cognito = await startCognitoFake(systemClock)
  onTestFinished(() => cognito[Symbol.asyncDispose]())
  const log = createLog({ level: 'silent' })
  const auth = await startAuth({}, (former) => cognitoCredentials({ ...cognito.settings, former, log }))
  onTestFinished(() => auth[Symbol.asyncDispose]())
  const { person } = await auth.register(email)
  const former = postgresCredentials(auth.db)
  await former.set(person.id, password, auth.clock())
  cognito.users.clear()
  cognito.calls.length = 0
  const signIn = async (typed: string) => {
    const { status, problem } = await auth.call(api.login, { body: { email, password: typed } })
    return problem?.code ?? status
  }
  const reset = async () => {
    await auth.call(api.forgotPassword, { body: { email } })
    const body = { token: await auth.mailed('reset-password', person.id), password: fresh }
    return (await auth.call(api.resetPassword, { body })).status
  }
  return { auth, cognito, former, person, signIn, reset }
}

type Moving = Awaited<ReturnType<typeof startBeforeMove>>

async function opensByLinkAlone({ signIn, reset }: Moving): Promise<void> {
  for (const typed of [password, fresh]) expect(await signIn(typed)).toBe('auth/wrong-credentials')
  expect(await reset()).toBe(204)
  expect(await signIn(password)).toBe('auth/wrong-credentials')
  expect(await signIn(fresh)).toBe(200)
}

test('a password of before moves to the pool when it is shown, and is asked of the pool alone from then on', async () => {
  const { cognito, former, person, signIn } = await startBeforeMove()
  expect(await signIn('not the password')).toBe('auth/wrong-credentials')
  expect([...cognito.users.keys()]).toEqual([])
  expect(await signIn(password)).toBe(200)
  expect([...cognito.users.keys()]).toEqual([person.id])
  expect(await former.fits(person.id, password)).toBe(false)
  cognito.calls.length = 0
  expect(await signIn(password)).toBe(200)
  expect(cognito.calls).toEqual(['AdminInitiateAuth'])
})

test('of two sign-ins that move a password at once both get in', async () => {
  const { cognito, signIn } = await startBeforeMove()
  cognito.meanwhile('AdminCreateUser', async () => expect(await signIn(password)).toBe(200))
  expect(await signIn(password)).toBe(200)
  expect(await signIn(password)).toBe(200)
})

test('whoever shows a password while it moves gets in', async () => {
  const { cognito, signIn } = await startBeforeMove()
  cognito.meanwhile('AdminSetUserPassword', async () => expect(await signIn(password)).toBe(200))
  expect(await signIn(password)).toBe(200)
  expect(await signIn(password)).toBe(200)
})

test('a move that did not end goes on when the password is shown again', async () => {
  const { cognito, person, signIn } = await startBeforeMove()
  cognito.users.set(person.id, { ...newUser, status: 'FORCE_CHANGE_PASSWORD' })
  expect(await signIn('not the password')).toBe('auth/wrong-credentials')
  expect(await signIn(password)).toBe(200)
  expect(cognito.users.get(person.id)?.status).toBe('CONFIRMED')
})

test('a password of before that was left behind opens nothing beside the one that was set', async () => {
  const { cognito, person, signIn } = await startBeforeMove()
  cognito.users.set(person.id, { ...newUser, status: 'CONFIRMED', password: fresh })
  expect(await signIn(password)).toBe('auth/wrong-credentials')
  expect(await signIn(fresh)).toBe(200)
})

test('a password that a link has set before the old one could move is not replaced by it', async () => {
  const { cognito, signIn, reset } = await startBeforeMove()
  cognito.meanwhile('AdminCreateUser', async () => expect(await reset()).toBe(204))
  expect(await signIn(password)).toBe('auth/wrong-credentials')
  expect(await signIn(password)).toBe('auth/wrong-credentials')
  expect(await signIn(fresh)).toBe(200)
})

test('where an old password reaches the pool after the one that a link has set, neither opens the account', async () => {
  const moving = await startBeforeMove()
  moving.cognito.meanwhile('AdminSetUserPassword', async () => expect(await moving.reset()).toBe(204))
  expect(await moving.signIn(password)).toBe('auth/wrong-credentials')
  await opensByLinkAlone(moving)
})

test('where nobody can tell whether an old password has reached the pool after the one that a link has set, neither opens the account', async () => {
  const moving = await startBeforeMove()
  moving.cognito.meanwhile('AdminSetUserPassword', async () => {
    expect(await moving.reset()).toBe(204)
    moving.cognito.setAway(true)
  })
  expect(await moving.signIn(password)).toBe('auth/passwords-unavailable')
  moving.cognito.setAway(false)
  await opensByLinkAlone(moving)
})

test('whoever is erased while their password moves leaves none', async () => {
  const { auth, cognito, person, signIn } = await startBeforeMove()
  cognito.meanwhile('AdminCreateUser', async () => {
    await auth.deliver(personErased, person.id, 2, { personId: person.id, keepReviews: false, version: 2 })
    await auth.advance('PT1S')
    expect(await auth.db.selectFrom('people').select('id').execute()).toEqual([])
  })
  expect(await signIn(password)).toBe('auth/wrong-credentials')
  expect([...cognito.users.keys()]).toEqual([])
})
