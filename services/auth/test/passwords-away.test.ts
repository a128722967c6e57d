import { personErased } from '@buy-locals/contracts/auth/events'
import { businessRegistered } from '@buy-locals/contracts/business/events'
import * as api from '@buy-locals/contracts/auth/operations'
import { Problem } from '@buy-locals/contracts/problem'
import { newId, type Id } from '@buy-locals/values/ids'
import { expect, test } from 'vitest'
import type { Credentials } from '../src/credentials.ts'
import { generate } from './authenticator.ts'
import { password, startAuth } from './support.ts'

const email = 'ada@example.com'
const fresh = 'seven quiet lighthouses'
const refuse = () => Promise.reject(new Problem('auth/passwords-unavailable', 'The pool does not respond'))

/** A user pool that is away while it is told to be, and waits where something else happens meanwhile. */
async function startWithPool() {
  const pool = { isAway: false, checked: async () => {}, before: async () => {}, after: async () => {} }
  const once = async (which: 'checked' | 'before' | 'after') => {
    const wait = pool[which]
    pool[which] = async () => {}
    await wait()
  }
  const removed: string[] = []
  const around = (own: Credentials): Credentials => ({
    fits: async (...input) => {
      if (pool.isAway) return refuse()
      const fits = await own.fits(...input)
      await once('checked')
      return fits
    },
    set: async (...input) => {
      await once('before')
      if (pool.isAway) return refuse()
      await own.set(...input)
      await once('after')
    },
    remove: async (personId) => {
      if (pool.isAway) return refuse()
      await own.remove(personId)
      removed.push(personId)
    },
  })
  const auth = await startAuth({}, around)
  const steps = {
    signIn: async (typed: string) => {
      const { status, problem } = await auth.call(api.login, { body: { email, password: typed } })
      return problem?.code ?? status
    },
    forgot: async (id: Id<'person'>) => {
      await auth.call(api.forgotPassword, { body: { email } })
      return auth.mailed('reset-password', id)
    },
    reset: async (token: string, typed = fresh) => {
      const { status, problem } = await auth.call(api.resetPassword, { body: { token, password: typed } })
      return problem?.code ?? status
    },
    invite: async () => {
      const { person: owner } = await auth.register('owner@example.com')
      const businessId = newId('business')
      await auth.deliver(businessRegistered, businessId, 1, { businessId, ownerId: owner.id, version: 1 })
      const params = { businessId }
      await auth.call(api.addMember, { params, body: { email, role: 'staff' } }, { as: owner.id })
      const { id } = await auth.db
        .selectFrom('people')
        .select('id')
        .where('email', '=', email)
        .executeTakeFirstOrThrow()
      const invitedId = id as Id<'person'>
      const inviteAgain = () => auth.call(api.addMember, { params, body: { email, role: 'staff' } }, { as: owner.id })
      const mailed = () => auth.mailed('invitation', invitedId)
      const first = await mailed()
      const join = async (token = first) => {
        const body = { token, name: 'Nia', password: fresh }
        const { status, problem } = await auth.call(api.joinBusiness, { body })
        return problem?.code ?? status
      }
      const read = (token = first) => auth.call(api.readInvitationLink, { body: { token } })
      return { personId: invitedId, join, read, inviteAgain, mailed }
    },
  }
  return Object.assign(auth, steps, { pool, removed })
}

test('a link whose password could not be stored is good for the next try, once, and the former password opens nothing', async () => {
  await using auth = await startWithPool()
  const { person } = await auth.register(email)
  const token = await auth.forgot(person.id)
  auth.pool.isAway = true
  for (let tries = 0; tries < 3; tries += 1) expect(await auth.reset(token)).toBe('auth/passwords-unavailable')
  auth.pool.isAway = false
  expect(await auth.signIn(password)).toBe('auth/wrong-credentials')
  expect(await auth.reset(token)).toBe(204)
  expect(await auth.signIn(fresh)).toBe(200)
  expect(await auth.reset(token)).toBe('auth/link-invalid')
})

test('what is tried while no password can be looked at locks nobody out, and wrong ones of before still count', async () => {
  await using auth = await startWithPool()
  const { person } = await auth.register(email)
  for (let tries = 0; tries < 7; tries += 1) expect(await auth.signIn('not this one')).toBe('auth/wrong-credentials')
  const change = async (currentPassword: string) => {
    const body = { currentPassword, password: fresh }
    return (await auth.call(api.changePassword, { body }, { as: person.id })).problem?.code
  }
  auth.pool.isAway = true
  for (let tries = 0; tries < 10; tries += 1) {
    expect(await auth.signIn(password)).toBe('auth/passwords-unavailable')
    expect(await change(password)).toBe('auth/passwords-unavailable')
  }
  auth.pool.isAway = false
  expect(await change('not this one')).toBe('auth/wrong-credentials')
  expect(await auth.signIn('not this one')).toBe('auth/wrong-credentials')
  expect(await auth.signIn(password)).toBe('too-many-requests')
})

test('whoever registered with the address of somebody else gets nothing while its owner cannot store a password', async () => {
  await using auth = await startWithPool()
  const { person: stranger, refreshToken } = await auth.register(email)
  const token = await auth.mailed('verify-email', stranger.id)
  const verify = async (typed?: string) => {
    const body = { token, ...(typed && { password: typed }) }
    const { status, problem } = await auth.call(api.verifyEmail, { body })
    return problem?.code ?? status
  }
  auth.pool.isAway = true
  expect(await verify(fresh)).toBe('auth/passwords-unavailable')
  auth.pool.isAway = false
  expect(await auth.signIn(password)).toBe('auth/wrong-credentials')
  expect((await auth.call(api.refresh, { body: { refreshToken } })).status).toBe(401)
  expect((await auth.register(email)).response.problem?.code).toBe('auth/email-taken')
  const change = { password, email: 'stranger@example.com' }
  expect((await auth.call(api.changeEmail, { body: change }, { as: stranger.id })).status).toBe(401)
  expect(await verify(), 'the page of the mail asks for a password again').toBe('auth/password-needed')
  expect(await verify(fresh)).toBe(200)
  expect(await auth.signIn(fresh)).toBe(200)
  expect(await verify(fresh)).toBe('auth/link-invalid')
})

test('while a new password is being stored the former one opens nothing, and nobody registers with the address', async () => {
  await using auth = await startWithPool()
  const { person } = await auth.register(email)
  const token = await auth.forgot(person.id)
  const meanwhile: unknown[] = []
  auth.pool.before = async () => {
    meanwhile.push(await auth.signIn(password), await auth.reset(token))
    meanwhile.push((await auth.register(email)).response.problem?.code)
  }
  expect(await auth.reset(token)).toBe(204)
  expect(meanwhile).toEqual(['auth/wrong-credentials', 'auth/link-invalid', 'auth/email-taken'])
  expect(await auth.signIn(fresh)).toBe(200)
})

test('where the process ends while a password is being stored, the next link sets one', async () => {
  await using auth = await startWithPool()
  const { person } = await auth.register(email)
  const token = await auth.forgot(person.id)
  const killed = Promise.withResolvers<void>()
  const reached = Promise.withResolvers<void>()
  auth.pool.after = () => (reached.resolve(), killed.promise)
  const first = auth.reset(token)
  await reached.promise
  expect([await auth.signIn(password), await auth.signIn(fresh)]).toEqual(Array(2).fill('auth/wrong-credentials'))
  expect(await auth.reset(token)).toBe('auth/link-invalid')
  expect(await auth.reset(await auth.forgot(person.id))).toBe(204)
  expect(await auth.signIn(fresh)).toBe(200)
  killed.resolve()
  expect(await first, 'had it gone on').toBe('auth/link-invalid')
})

test('where the process ends while a password is being changed, none opens the account, and a mailed link sets the next', async () => {
  await using auth = await startWithPool()
  const { person } = await auth.register(email)
  const killed = Promise.withResolvers<void>()
  const reached = Promise.withResolvers<void>()
  auth.pool.after = () => (reached.resolve(), killed.promise)
  const change = (currentPassword: string) =>
    auth.call(api.changePassword, { body: { currentPassword, password: fresh } }, { as: person.id })
  const first = change(password)
  await reached.promise
  for (const typed of [password, fresh]) {
    expect(await auth.signIn(typed)).toBe('auth/wrong-credentials')
    expect((await change(typed)).problem?.code).toBe('auth/wrong-credentials')
  }
  expect(await auth.reset(await auth.forgot(person.id), 'nine loud tractors')).toBe(204)
  expect(await auth.signIn('nine loud tractors')).toBe(200)
  killed.resolve()
  expect((await first).problem?.code, 'had it gone on').toBe('auth/wrong-credentials')
})

test('of two links at once none opens the account where nobody can tell whose password is stored', async () => {
  await using auth = await startWithPool()
  const { person } = await auth.register(email)
  const token = await auth.forgot(person.id)
  auth.pool.before = async () => {
    expect(await auth.reset(await auth.forgot(person.id), 'nine loud tractors')).toBe(204)
  }
  expect(await auth.reset(token)).toBe('auth/link-invalid')
  for (const typed of [password, fresh, 'nine loud tractors'])
    expect(await auth.signIn(typed)).toBe('auth/wrong-credentials')
  expect(await auth.reset(await auth.forgot(person.id))).toBe(204)
  expect(await auth.signIn(fresh)).toBe(200)
})

test('a link that failed is not opened again once a newer one has set a password, and what was lost may still arrive: none opens the account', async () => {
  await using auth = await startWithPool()
  const { person } = await auth.register(email)
  const token = await auth.forgot(person.id)
  auth.pool.before = async () => {
    expect(await auth.reset(await auth.forgot(person.id))).toBe(204)
    auth.pool.isAway = true
  }
  expect(await auth.reset(token)).toBe('auth/passwords-unavailable')
  auth.pool.isAway = false
  expect(await auth.reset(token)).toBe('auth/link-invalid')
  expect(await auth.signIn(fresh)).toBe('auth/wrong-credentials')
  expect(await auth.reset(await auth.forgot(person.id))).toBe(204)
  expect(await auth.signIn(fresh)).toBe(200)
})

test('a second factor that was begun before a link has set a password is not turned on after it', async () => {
  await using auth = await startAuth()
  const { id } = await auth.verified(email)
  const { secret } = (await auth.call(api.startSecondFactor, { body: { password } }, { as: id })).body
  await auth.call(api.forgotPassword, { body: { email } })
  const body = { token: await auth.mailed('reset-password', id), password: fresh }
  expect((await auth.call(api.resetPassword, { body })).status).toBe(204)
  const code = generate(secret, auth.clock())
  const late = await auth.call(api.turnOnSecondFactor, { body: { code } }, { as: id })
  expect(late.problem?.code).toBe('not-found')
})

test('whoever is erased while a password is being stored leaves none', async () => {
  await using auth = await startWithPool()
  const { person } = await auth.register(email)
  const token = await auth.forgot(person.id)
  auth.pool.after = async () => {
    const erased = { personId: person.id, keepReviews: false, version: 2 }
    await auth.deliver(personErased, person.id, 2, erased)
    await auth.advance('PT1S')
    expect(auth.removed.splice(0)).toEqual([person.id])
  }
  expect(await auth.reset(token)).toBe('auth/link-invalid')
  expect(auth.removed).toEqual([person.id])
})

test('whoever is erased while they register gets no session and leaves no password', async () => {
  await using auth = await startWithPool()
  auth.pool.after = async () => {
    const { id } = await auth.db.selectFrom('people').select('id').executeTakeFirstOrThrow()
    await auth.deliver(personErased, id, 2, { personId: id as Id<'person'>, keepReviews: false, version: 2 })
    await auth.advance('PT1S')
    expect(auth.removed.splice(0)).toEqual([id])
  }
  const { response } = await auth.register(email)
  expect(response.problem?.code).toBe('auth/email-taken')
  expect(auth.removed).toHaveLength(1)
  expect(await auth.db.selectFrom('sessions').select('id').execute()).toEqual([])
})

test('a password that is changed with the former one while a link sets another opens nothing', async () => {
  await using auth = await startWithPool()
  const { person } = await auth.register(email)
  const token = await auth.forgot(person.id)
  auth.pool.before = async () => expect(await auth.reset(token)).toBe(204)
  const body = { currentPassword: password, password: 'nine loud tractors' }
  const changed = await auth.call(api.changePassword, { body }, { as: person.id })
  expect(changed.problem?.code).toBe('auth/wrong-credentials')
  for (const typed of [password, fresh, 'nine loud tractors'])
    expect(await auth.signIn(typed)).toBe('auth/wrong-credentials')
  expect(await auth.reset(await auth.forgot(person.id))).toBe(204)
})

test.for([
  ['an address', api.changeEmail, { body: { email: 'stranger@example.com', password } }],
  ['the account', api.eraseMe, { body: { password, keepReviews: false } }],
  ['a second factor', api.startSecondFactor, { body: { password } }],
] as const)(
  'what was begun with a password that is replaced meanwhile changes nothing: %s',
  async ([, operation, input]) => {
    await using auth = await startWithPool()
    const { person } = await auth.register(email)
    const token = await auth.mailed('verify-email', person.id)
    auth.pool.checked = async () => {
      const body = { token, password: fresh }
      expect((await auth.call(api.verifyEmail, { body })).status).toBe(200)
    }
    const late = await auth.call(operation, input as never, { as: person.id })
    expect(late.problem?.code).toBe('auth/wrong-credentials')
    expect(await auth.mailed('change-email', person.id)).toBe('')
    expect(await auth.signIn(fresh)).toBe(200)
  },
)

test('a password that is changed twice at once is changed once; where it cannot be stored, the former one still opens', async () => {
  await using auth = await startWithPool()
  const { person } = await auth.register(email)
  const change = async () => {
    const body = { currentPassword: password, password: fresh }
    const { status, problem } = await auth.call(api.changePassword, { body }, { as: person.id })
    return problem?.code ?? status
  }
  auth.pool.before = async () => void (auth.pool.isAway = true)
  expect(await change()).toBe('auth/passwords-unavailable')
  auth.pool.isAway = false
  expect(await auth.signIn(password)).toBe(200)
  auth.pool.before = async () => expect(await change()).toBe('auth/wrong-credentials')
  expect(await change()).toBe(204)
  expect(await auth.signIn(fresh)).toBe(200)
})

test('where the password of somebody new cannot be stored, they join by the same link later; pressed twice it joins once', async () => {
  await using auth = await startWithPool()
  const { personId, join, read } = await auth.invite()
  auth.pool.isAway = true
  expect(await join()).toBe('auth/passwords-unavailable')
  expect((await read()).body.hasAccount).toBe(false)
  auth.pool.isAway = false
  expect((await auth.register(email)).response.problem?.code).toBe('auth/email-taken')
  auth.pool.before = async () => expect(await join()).toBe('auth/email-taken')
  expect(await join()).toBe(200)
  expect(await join()).toBe('auth/link-invalid')
  expect((await auth.call(api.readMe, {}, { as: personId })).body.memberships).toHaveLength(1)
  expect(await auth.signIn(fresh)).toBe(200)
})

test('where the password of somebody new could not be stored, an invitation that is sent again makes the account', async () => {
  await using auth = await startWithPool()
  const { join, read, inviteAgain, mailed } = await auth.invite()
  auth.pool.isAway = true
  expect(await join()).toBe('auth/passwords-unavailable')
  auth.pool.isAway = false
  await inviteAgain()
  const again = await mailed()
  expect((await read(again)).body.hasAccount).toBe(false)
  expect(await join(again)).toBe(200)
  expect(await auth.signIn(fresh)).toBe(200)
})

test('an invitation opens nothing of an account that a link to set a password has closed', async () => {
  await using auth = await startWithPool()
  const { personId, join } = await auth.invite()
  await auth.register(email)
  await auth.call(api.verifyEmail, { body: { token: await auth.mailed('verify-email', personId) } }, { as: personId })
  const token = await auth.forgot(personId)
  auth.pool.isAway = true
  expect(await auth.reset(token)).toBe('auth/passwords-unavailable')
  auth.pool.isAway = false
  expect(await join()).toBe('auth/email-taken')
})

test('whoever registers with an invited address while its owner joins has no session of their account', async () => {
  await using auth = await startWithPool()
  const { join } = await auth.invite()
  auth.pool.before = async () => expect(await join()).toBe(200)
  const { response } = await auth.register(email)
  expect(response.problem?.code).toBe('auth/email-taken')
  expect(await auth.signIn(password)).toBe('auth/wrong-credentials')
})
