import { linkRequested, membershipChanged } from '@buy-locals/contracts/auth/events'
import * as api from '@buy-locals/contracts/auth/operations'
import { maxMembers, maxMemberships } from '@buy-locals/contracts/auth/limits'
import { businessChanged, businessRegistered } from '@buy-locals/contracts/business/events'
import { newId } from '@buy-locals/values/ids'
import { expect, test } from 'vitest'
import { password, startAuth } from './support.ts'

async function startWithOwner() {
  const auth = await startAuth()
  const { person: owner } = await auth.register('owner@example.com')
  const businessId = newId('business')
  await auth.deliver(businessRegistered, businessId, 1, { businessId, ownerId: owner.id, version: 1 })
  const params = { businessId }
  return Object.assign(auth, {
    owner,
    businessId,
    params,
    invitationsOf: async (as: typeof owner.id) => (await auth.call(api.listInvitations, {}, { as })).body.items,
    /** The only one there is. */
    accept: async (as: typeof owner.id) => {
      const [invitation] = (await auth.call(api.listInvitations, {}, { as })).body.items
      return auth.call(api.acceptInvitation, { params: { invitationId: invitation?.id ?? 'inv_none' } }, { as })
    },
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
    {
      personId: auth.owner.id,
      scope: auth.businessId,
      role: 'owner',
      since: '2026-03-20T08:00:00Z',
      epoch: 0,
      version: 1,
    },
  ])
})

test('the operator of its market reads who owns a business and their address, and nobody else does', async () => {
  await using auth = await startWithOwner()
  const { businessId, params, owner } = auth
  const marketId = newId('market')
  const [operator, other, admin] = [newId('person'), newId('person'), newId('person')]
  await auth.member(operator, marketId, 'operator')
  await auth.member(other, newId('market'), 'operator')
  await auth.member(admin, 'platform', 'admin')
  const list = (as: typeof owner.id) => auth.call(api.listOwners, { params }, { as })
  expect((await list(operator)).status, 'its market is not known yet').toBe(404)
  expect((await list(admin)).status).toBe(200)
  await auth.deliver(businessChanged, businessId, 1, {
    ...{ id: businessId, slug: 'clip-joint', marketId, status: 'pending', name: 'Clip Joint', categories: ['hair'] },
    ...{ address: { city: 'Boise', country: 'US' }, location: { lat: 43.6, lon: -116.2 }, timeZone: 'America/Boise' },
    ...{ currency: 'USD', photos: [], claimed: true, version: 1 },
  })
  expect((await list(operator)).body.items).toEqual([
    { personId: owner.id, name: 'Ada Baker', email: 'owner@example.com' },
  ])
  expect((await list(other)).status).toBe(404)
  expect((await list(owner.id)).status).toBe(403)
  expect((await auth.call(api.listOwners, { params })).status).toBe(401)
})

test('whoever is invited to work by a calendar is said to have it when they join, and only then', async () => {
  await using auth = await startWithOwner()
  const mia = await auth.verified('mia@example.com', 'Mia')
  const staffId = newId('staff')
  const body = { email: 'mia@example.com', role: 'staff' as const }
  await auth.call(api.addMember, { params: auth.params, body: { ...body, staffId } }, { as: auth.owner.id })
  await auth.accept(mia.id)
  await auth.call(api.addMember, { params: auth.params, body: { ...body, role: 'manager' } }, { as: auth.owner.id })
  const changes = (await auth.published(membershipChanged)).filter(({ data }) => data.personId === mia.id)
  expect(changes.map(({ data }) => [data.role, data.staffId])).toEqual([
    ['staff', staffId],
    ['manager', undefined],
  ])
})

test('the epoch of the realtime channel comes with the token, and the end of a membership raises it, nothing else does', async () => {
  await using auth = await startWithOwner()
  const { owner, businessId, params } = auth
  const mia = await auth.verified('mia@example.com', 'Mia')
  const epochsOf = async (as: typeof owner.id) => (await auth.call(api.createRealtimeToken, {}, { as })).body.epochs
  for (const epoch of [0, 1]) {
    expect(await epochsOf(owner.id)).toEqual([{ businessId, epoch }])
    await auth.add('mia@example.com', 'staff')
    expect(await epochsOf(mia.id)).toEqual([])
    await auth.accept(mia.id)
    await auth.add('mia@example.com', 'manager')
    expect(await epochsOf(mia.id)).toEqual([{ businessId, epoch }])
    await (epoch ? auth.remove(mia.id) : auth.call(api.leaveBusiness, { params }, { as: mia.id }))
    expect(await epochsOf(mia.id)).toEqual([])
    const ends = (await auth.published(membershipChanged)).filter(({ data }) => data.role === null)
    expect(ends.at(-1)?.data).toMatchObject({ scope: businessId, epoch: epoch + 1 })
  }
  expect(await epochsOf(owner.id)).toEqual([{ businessId, epoch: 2 }])
  await auth.service.replay()
  const replayed = (await auth.published(membershipChanged)).filter(({ data }) => data.personId === owner.id)
  expect(replayed.at(-1)?.data).toMatchObject({ role: 'owner', epoch: 2 })
})

test('a membership begins when the invited person accepts it, and ends at once', async () => {
  await using auth = await startWithOwner()
  const { owner, businessId, params } = auth
  const person = await auth.verified('mia@example.com', 'Mia')
  await auth.add('mia@example.com', 'manager')
  expect(await auth.membershipsOf(person.id)).toEqual([])
  const [invitation] = await auth.invitationsOf(person.id)
  expect(invitation).toMatchObject({ businessId, role: 'manager' })
  const accepted = await auth.accept(person.id)
  expect(accepted.body).toEqual({ scope: businessId, role: 'manager' })
  expect((await auth.call(api.listMembers, { params }, { as: person.id })).body.items).toHaveLength(2)
  expect((await auth.remove(person.id)).status).toBe(204)
  expect((await auth.call(api.listMembers, { params }, { as: person.id })).status).toBe(404)
  const [changed] = (await auth.published(membershipChanged)).filter(
    ({ data }) => data.personId === person.id && !data.role,
  )
  expect(changed?.data).toMatchObject({ scope: businessId, version: 2, since: '2026-03-20T08:00:00Z' })
  expect((await auth.call(api.listMembers, { params }, { as: owner.id })).body.items).toHaveLength(1)
})

test('an invitation is answered the same whether or not its address has an account', async () => {
  await using auth = await startWithOwner()
  await auth.verified('mia@example.com', 'Mia')
  await auth.register('uma@example.com', 'Uma')
  const responses = []
  for (const email of ['mia@example.com', 'uma@example.com', 'nobody@example.com']) {
    const { status, body } = await auth.add(email, 'staff')
    responses.push({ status, body: { ...body, email: '' } })
  }
  expect(responses).toEqual(Array(3).fill({ status: 201, body: { email: '', role: 'staff', status: 'invited' } }))
  const { body } = await auth.call(api.listMembers, { params: auth.params }, { as: auth.owner.id })
  const invited = body.items.filter(({ status }) => status === 'invited')
  expect(invited.map((member) => Object.keys(member).toSorted())).toEqual(
    Array(3).fill(['email', 'invitationId', 'role', 'status']),
  )
})

test('whoever registers with an invited address reads and accepts nothing before it is verified', async () => {
  await using auth = await startWithOwner()
  await auth.add('new@example.com', 'staff')
  const { person } = await auth.register('new@example.com', 'Nia')
  const { id: invitationId } = await auth.db.selectFrom('invitations').select('id').executeTakeFirstOrThrow()
  expect(await auth.invitationsOf(person.id)).toEqual([])
  const params = { invitationId: invitationId as 'inv_' }
  const early = await auth.call(api.acceptInvitation, { params }, { as: person.id })
  expect(early.problem?.code).toBe('auth/email-unverified')
  const token = await auth.mailed('verify-email', person.id)
  await auth.call(api.verifyEmail, { body: { token } }, { as: person.id })
  expect((await auth.accept(person.id)).status).toBe(200)
  expect(await auth.membershipsOf(person.id)).toEqual([{ scope: auth.businessId, role: 'staff' }])
})

/** What the mailed link of the only invitation opens. */
async function inviteByLink(auth: Awaited<ReturnType<typeof startWithOwner>>, email: string) {
  await auth.add(email, 'staff')
  const { id } = await auth.db.selectFrom('people').select('id').where('email', '=', email).executeTakeFirstOrThrow()
  const token = await auth.mailed('invitation', id as typeof auth.owner.id)
  const join = (more: { name?: string; password?: string } = {}, as?: typeof auth.owner.id) =>
    auth.call(api.joinBusiness, { body: { token, ...more } }, { as })
  const read = () => auth.call(api.readInvitationLink, { body: { token } })
  return { personId: id as typeof auth.owner.id, token, join, read }
}

test('by the mailed link somebody new joins with a name and a password, and needs no second mail', async () => {
  await using auth = await startWithOwner()
  const { personId, join, read } = await inviteByLink(auth, 'new@example.com')
  expect((await read()).body).toMatchObject({ email: 'new@example.com', role: 'staff', hasAccount: false })
  expect((await join()).problem?.code).toBe('auth/password-needed')
  expect((await join({ name: 'Nia', password: 'password123' })).status, 'a common password').toBe(422)
  const joined = await join({ name: 'Nia', password })
  expect(joined).toMatchObject({
    status: 200,
    body: { membership: { scope: auth.businessId, role: 'staff' }, person: { name: 'Nia', emailVerified: true } },
  })
  expect(await auth.membershipsOf(personId)).toEqual([{ scope: auth.businessId, role: 'staff' }])
  const mails = (await auth.published(linkRequested)).map(({ data }) => data.kind)
  expect(mails, 'an account that begins has no other browser').not.toContain('new-device')
  const again = await auth.call(api.login, { body: { email: 'new@example.com', password } })
  expect(again.status).toBe(200)
  expect((await join({ name: 'Eve', password })).problem?.code, 'a link is good once').toBe('auth/link-invalid')
  expect((await read()).problem?.code).toBe('auth/link-invalid')
})

test('the link gives nobody the account of somebody who has one: they sign in and join', async () => {
  await using auth = await startWithOwner()
  const mia = await auth.verified('mia@example.com', 'Mia')
  const { join, read } = await inviteByLink(auth, 'mia@example.com')
  expect((await read()).body.hasAccount).toBe(true)
  expect((await join({ name: 'Eve', password: 'another kettle monday' })).problem?.code).toBe('auth/email-taken')
  expect((await join({}, auth.owner.id)).problem?.code).toBe('auth/email-taken')
  expect((await auth.call(api.login, { body: { email: 'mia@example.com', password } })).status).toBe(200)
  const joined = await join({}, mia.id)
  expect(joined.body).toEqual({ membership: { scope: auth.businessId, role: 'staff' } })
})

test('whoever registered with the address before and never proved it is out when its owner joins', async () => {
  await using auth = await startWithOwner()
  const { person: squatter } = await auth.register('new@example.com', 'Squatter')
  const { join, read } = await inviteByLink(auth, 'new@example.com')
  expect((await read()).body.hasAccount).toBe(false)
  expect((await join({ name: 'Nia', password: 'another kettle monday' })).status).toBe(200)
  expect((await auth.call(api.login, { body: { email: 'new@example.com', password } })).status).toBe(401)
  expect((await auth.call(api.readMe, {}, { as: squatter.id })).body.name).toBe('Nia')
})

test('a link ends with its invitation: withdrawn, replaced by a newer one, or after thirty days; pressed twice it joins once', async () => {
  await using auth = await startWithOwner()
  const first = await inviteByLink(auth, 'new@example.com')
  const second = await inviteByLink(auth, 'new@example.com')
  expect((await first.read()).problem?.code).toBe('auth/link-invalid')
  const both = await Promise.all([1, 2].map(() => second.join({ name: 'Nia', password })))
  expect(both.filter(({ status }) => status === 200)).toHaveLength(1)
  expect(await auth.membershipsOf(second.personId)).toHaveLength(1)
  const late = await inviteByLink(auth, 'late@example.com')
  await auth.advance('P30D')
  expect((await late.read()).problem?.code).toBe('auth/link-invalid')
  expect((await late.join({ name: 'Late', password })).problem?.code).toBe('auth/link-invalid')
})

test('an invitation says which business it is of', async () => {
  await using auth = await startWithOwner()
  const person = await auth.verified('mia@example.com')
  await auth.add('mia@example.com', 'staff')
  await auth.db
    .insertInto('businesses')
    .values({ business_id: auth.businessId, name: 'Corner Cuts', sequence: 1 })
    .execute()
  expect(await auth.invitationsOf(person.id)).toMatchObject([{ businessName: 'Corner Cuts' }])
})

test('an invitation is declined by the person or withdrawn by an owner, and nobody else knows of it', async () => {
  await using auth = await startWithOwner()
  const { owner, businessId } = auth
  const [mia, uma] = [await auth.verified('mia@example.com'), await auth.verified('uma@example.com')]
  const invite = async () => {
    await auth.add('mia@example.com', 'staff')
    return (await auth.invitationsOf(mia.id))[0]?.id ?? 'inv_none'
  }
  const first = await invite()
  const own = { params: { invitationId: first } }
  expect((await auth.call(api.acceptInvitation, own, { as: uma.id })).status).toBe(404)
  expect((await auth.call(api.declineInvitation, own, { as: uma.id })).status).toBe(404)
  expect((await auth.call(api.declineInvitation, own, { as: mia.id })).status).toBe(204)
  expect((await auth.call(api.acceptInvitation, own, { as: mia.id })).status).toBe(404)
  const second = await invite()
  const ofBusiness = { params: { businessId, invitationId: second } }
  expect((await auth.call(api.withdrawInvitation, ofBusiness, { as: owner.id })).status).toBe(204)
  expect((await auth.call(api.withdrawInvitation, ofBusiness, { as: owner.id })).status).toBe(404)
  expect(await auth.invitationsOf(mia.id)).toEqual([])
  const elsewhere = newId('business')
  await auth.member(owner.id, elsewhere, 'owner')
  const foreign = { params: { businessId: elsewhere, invitationId: await invite() } }
  expect((await auth.call(api.withdrawInvitation, foreign, { as: owner.id })).status).toBe(404)
})

test('a member leaves by their own choice; the last owner stays', async () => {
  await using auth = await startWithOwner()
  const { owner, params } = auth
  const person = await auth.verified('mia@example.com')
  await auth.add('mia@example.com', 'staff')
  await auth.accept(person.id)
  expect((await auth.call(api.leaveBusiness, { params }, { as: person.id })).status).toBe(204)
  expect(await auth.membershipsOf(person.id)).toEqual([])
  expect((await auth.call(api.leaveBusiness, { params }, { as: person.id })).status).toBe(404)
  expect((await auth.call(api.leaveBusiness, { params }, { as: owner.id })).problem?.code).toBe('auth/last-owner')
})

test('the role of a member changes at once', async () => {
  await using auth = await startWithOwner()
  const person = await auth.verified('mia@example.com', 'Mia')
  await auth.add('mia@example.com', 'staff')
  await auth.accept(person.id)
  expect((await auth.add('mia@example.com', 'manager')).body).toMatchObject({ personId: person.id, status: 'active' })
  expect(await auth.membershipsOf(person.id)).toEqual([{ scope: auth.businessId, role: 'manager' }])
})

test('whoever was removed does not come back by an invitation of before', async () => {
  await using auth = await startWithOwner()
  const person = await auth.verified('mia@example.com')
  await auth.add('mia@example.com', 'manager')
  const [invitation] = await auth.invitationsOf(person.id)
  await auth.accept(person.id)
  expect((await auth.remove(person.id)).status).toBe(204)
  const again = { params: { invitationId: invitation?.id ?? 'inv_none' } }
  expect((await auth.call(api.acceptInvitation, again, { as: person.id })).status).toBe(404)
  expect(await auth.membershipsOf(person.id)).toEqual([])
})

test('an invitation is good for thirty days', async () => {
  await using auth = await startWithOwner()
  const person = await auth.verified('mia@example.com')
  await auth.add('mia@example.com', 'staff')
  const [invitation] = await auth.invitationsOf(person.id)
  await auth.advance('P30D')
  expect(await auth.invitationsOf(person.id)).toEqual([])
  const late = { params: { invitationId: invitation?.id ?? 'inv_none' } }
  expect((await auth.call(api.acceptInvitation, late, { as: person.id })).status).toBe(404)
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

test('a business has at most two hundred members and invitations, also when many are invited at once', async () => {
  await using auth = await startWithOwner()
  const { db, businessId } = auth
  const now = auth.clock()
  const invited = Array.from({ length: maxMembers - 3 }, (_, nth) => ({
    id: newId('person'),
    email: `p${nth}@example.com`,
  }))
  const account = { kind: 'invited', email_verified: false, name: 'Mia', locale: 'en', version: 1, created_at: now }
  await db.insertInto('people').values(invited.map((person) => ({ ...person, ...account }))).execute() // prettier-ignore
  const invitation = { business_id: businessId, role: 'staff', invited_at: now }
  await db.insertInto('invitations').values(invited.map(({ id }) => ({ id: newId('invitation'), person_id: id, ...invitation }))).execute() // prettier-ignore
  const responses = await Promise.all([1, 2, 3, 4, 5, 6].map((nth) => auth.add(`late${nth}@example.com`, 'staff')))
  expect(responses.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 201, 409, 409, 409, 409])
  expect(responses.find(({ status }) => status === 409)?.problem).toMatchObject({
    type: 'limit-reached',
    rule: 'max-members',
  })
  expect((await auth.add('p1@example.com', 'manager')).status).toBe(201)
})

test('a person belongs to at most five hundred businesses, also when two invitations are accepted at once', async () => {
  await using auth = await startWithOwner()
  const { db } = auth
  const person = await auth.verified('mia@example.com', 'Mia')
  const row = { person_id: person.id, role: 'staff' as const, sequence: 1 }
  const scopes = Array.from({ length: maxMemberships - 1 }, () => newId('business'))
  await db.insertInto('memberships').values(scopes.map((scope) => ({ ...row, scope }))).execute() // prettier-ignore
  const ended = Array.from({ length: 3 }, () => ({ ...row, scope: newId('business'), role: null }))
  await db.insertInto('memberships').values(ended).execute()
  const invited = [newId('business'), newId('business')].map((business_id) => ({ id: newId('invitation'), business_id, person_id: person.id, role: 'staff', invited_at: auth.clock() })) // prettier-ignore
  await db.insertInto('invitations').values(invited).execute()
  const responses = await Promise.all(
    invited.map(({ id }) => auth.call(api.acceptInvitation, { params: { invitationId: id } }, { as: person.id })),
  )
  expect(responses.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409])
  expect(responses.find(({ status }) => status === 409)?.problem).toMatchObject({
    ...{ type: 'limit-reached', rule: 'max-memberships', max: maxMemberships },
  })
  expect(await auth.membershipsOf(person.id)).toHaveLength(maxMemberships)
  expect(await auth.invitationsOf(person.id)).toHaveLength(1)
})
