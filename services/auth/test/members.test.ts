import { membershipChanged } from '@buy-locals/contracts/auth/events'
import * as api from '@buy-locals/contracts/auth/operations'
import { businessRegistered } from '@buy-locals/contracts/business/events'
import { newId } from '@buy-locals/values/ids'
import { expect, test } from 'vitest'
import { startAuth } from './support.ts'

async function startWithOwner() {
  const auth = await startAuth()
  const { person: owner } = await auth.register('owner@example.com')
  const businessId = newId('business')
  await auth.deliver(businessRegistered, businessId, 1, { businessId, ownerId: owner.id, version: 1 })
  const params = { businessId }
  return Object.assign(auth, {
    owner,
    businessId,
    add: (email: string, role: 'manager' | 'staff') =>
      auth.call(api.addMember, { params, body: { email, role } }, { as: owner.id }),
    remove: (personId: typeof owner.id) =>
      auth.call(api.removeMember, { params: { ...params, personId } }, { as: owner.id }),
    membershipsOf: async (as: typeof owner.id) => (await auth.call(api.readMe, {}, { as })).body.memberships,
  })
}

test('whoever registers a business owns it', async () => {
  await using auth = await startWithOwner()
  const me = await auth.call(api.readMe, {}, { as: auth.owner.id })
  expect(me.body.memberships).toEqual([{ scope: auth.businessId, role: 'owner' }])
  expect((await auth.published(membershipChanged)).map(({ data }) => data)).toEqual([
    { personId: auth.owner.id, scope: auth.businessId, role: 'owner', version: 1 },
  ])
})

test('a manager with a verified address is a member at once, and out at once', async () => {
  await using auth = await startWithOwner()
  const { owner, businessId } = auth
  const { person } = await auth.register('mia@example.com', 'Mia')
  await auth.call(api.verifyEmail, { body: { token: await auth.mailed('verify-email', person.id) } })
  const added = await auth.call(
    api.addMember,
    { params: { businessId }, body: { email: 'mia@example.com', role: 'manager' } },
    { as: owner.id },
  )
  expect(added.body).toMatchObject({ personId: person.id, status: 'active', role: 'manager' })
  expect((await auth.call(api.listMembers, { params: { businessId } }, { as: person.id })).body.items).toHaveLength(2)
  const removed = await auth.call(api.removeMember, { params: { businessId, personId: person.id } }, { as: owner.id })
  expect(removed.status).toBe(204)
  expect((await auth.call(api.listMembers, { params: { businessId } }, { as: person.id })).status).toBe(404)
  expect((await auth.published(membershipChanged)).at(-1)?.data).toMatchObject({
    personId: person.id,
    role: null,
    version: 2,
  })
})

test('an invitation begins when the invited person has verified the address, not when somebody registers with it', async () => {
  await using auth = await startWithOwner()
  const { owner, businessId } = auth
  const invited = await auth.call(
    api.addMember,
    { params: { businessId }, body: { email: 'new@example.com', role: 'staff' } },
    { as: owner.id },
  )
  expect(invited.body).toEqual({ email: 'new@example.com', role: 'staff', status: 'invited' })
  const { person } = await auth.register('new@example.com', 'Nia')
  expect((await auth.call(api.readMe, {}, { as: person.id })).body.memberships).toEqual([])
  await auth.call(api.verifyEmail, { body: { token: await auth.mailed('verify-email', person.id) } })
  expect((await auth.call(api.readMe, {}, { as: person.id })).body.memberships).toEqual([
    { scope: businessId, role: 'staff' },
  ])
})

test('an invitation begins too when the password is set anew, and the older links to verify are spent', async () => {
  await using auth = await startWithOwner()
  const { person } = await auth.register('mia@example.com', 'Mia')
  const verification = await auth.mailed('verify-email', person.id)
  await auth.add('mia@example.com', 'manager')
  await auth.call(api.forgotPassword, { body: { email: 'mia@example.com' } })
  const token = await auth.mailed('reset-password', person.id)
  await auth.call(api.resetPassword, { body: { token, password: 'seven quiet lighthouses' } })
  expect(await auth.membershipsOf(person.id)).toEqual([{ scope: auth.businessId, role: 'manager' }])
  expect((await auth.call(api.verifyEmail, { body: { token: verification } })).status).toBe(410)
})

test('whoever was removed does not come back by an invitation of before', async () => {
  await using auth = await startWithOwner()
  const { person } = await auth.register('mia@example.com', 'Mia')
  await auth.add('mia@example.com', 'manager')
  const { body } = await auth.call(api.listMembers, { params: { businessId: auth.businessId } }, { as: auth.owner.id })
  expect(body.items.at(-1)).toMatchObject({ personId: person.id, status: 'invited' })
  expect((await auth.remove(person.id)).status).toBe(204)
  await auth.call(api.verifyEmail, { body: { token: await auth.mailed('verify-email', person.id) } })
  expect(await auth.membershipsOf(person.id)).toEqual([])
})

test('an invitation is good for thirty days', async () => {
  await using auth = await startWithOwner()
  const { person } = await auth.register('mia@example.com', 'Mia')
  await auth.add('mia@example.com', 'staff')
  await auth.advance('P30D')
  await auth.call(api.sendVerification, {}, { as: person.id })
  await auth.call(api.verifyEmail, { body: { token: await auth.mailed('verify-email', person.id) } })
  expect(await auth.membershipsOf(person.id)).toEqual([])
})

test('a business keeps at least one owner', async () => {
  await using auth = await startWithOwner()
  const { owner, businessId } = auth
  const gone = await auth.call(api.removeMember, { params: { businessId, personId: owner.id } }, { as: owner.id })
  expect(gone.problem?.code).toBe('auth/last-owner')
  const lowered = await auth.call(
    api.addMember,
    { params: { businessId }, body: { email: 'owner@example.com', role: 'staff' } },
    { as: owner.id },
  )
  expect(lowered.problem?.code).toBe('auth/last-owner')
})

test('a stranger cannot tell that the business exists; staff are told that their role does not suffice', async () => {
  await using auth = await startWithOwner()
  const { businessId } = auth
  const stranger = (await auth.register('stranger@example.com')).person
  const staff = (await auth.register('staff@example.com')).person
  await auth.member(staff.id, businessId, 'staff')
  expect((await auth.call(api.listMembers, { params: { businessId } }, { as: stranger.id })).status).toBe(404)
  expect((await auth.call(api.listMembers, { params: { businessId } }, { as: staff.id })).status).toBe(403)
})

test('all that auth has published can be published again with the same versions', async () => {
  await using auth = await startWithOwner()
  const before = await auth.published()
  const eventData = before
    .filter(({ type }) => type !== 'auth.link-requested.v1')
    .map(({ type, sequence, data }) => ({ type, sequence, data }))
  expect(await auth.service.replay()).toBe(eventData.length)
  const again = (await auth.published())
    .slice(before.length)
    .map(({ type, sequence, data }) => ({ type, sequence, data }))
  expect(again).toEqual(expect.arrayContaining(eventData))
})
