import { afterAll, expect, test } from 'vitest'
import { membershipChanged } from '@buy-locals/contracts/auth/events'
import { newId } from '@buy-locals/values/ids'
import {
  isMember,
  isOperator,
  membershipConsumer,
  membersOf,
  requireMember,
  requireAdmin,
  requireOperator,
} from '../src/memberships.ts'
import { startNotes } from './support.ts'

const notes = await startNotes()
afterAll(() => notes[Symbol.asyncDispose]())

const { db } = notes
const handle = membershipConsumer(db, 'review')
const deliver = (
  personId: `per_${string}`,
  scope: `biz_${string}`,
  role: 'owner' | 'manager' | null,
  version: number,
) =>
  handle.handle({
    id: newId('event'),
    type: membershipChanged.type,
    subject: personId,
    sequence: version,
    at: '2026-03-20T08:00:00Z',
    data: { personId, scope, role, version },
  })

test('a dismissed manager is out, even when the news of the appointment comes late', async () => {
  const [manager, shop] = [newId('person'), newId('business')]
  await deliver(manager, shop, 'manager', 1)
  expect(await requireMember(db, { id: manager }, shop, 'staff')).toBe('manager')
  await deliver(manager, shop, null, 3)
  await deliver(manager, shop, 'owner', 2)
  expect(await isMember(db, { id: manager }, shop)).toBe(false)
  expect((await membersOf(db, [shop])).get(shop)).toBeUndefined()
})

test('who created a business owns it at once, and what is said later counts more', async () => {
  const [founder, shop] = [newId('person'), newId('business')]
  await notes.member(founder, shop, 'owner')
  await deliver(founder, shop, 'manager', 2)
  await expect(requireMember(db, { id: founder }, shop, 'owner')).rejects.toMatchObject({ code: 'forbidden' })
  expect((await membersOf(db, [shop])).get(shop)).toMatchObject([{ personId: founder, role: 'manager' }])
})

test('a stranger cannot tell that a business exists; a member learns that the role does not suffice', async () => {
  const [staff, shop] = [newId('person'), newId('business')]
  await notes.member(staff, shop, 'staff')
  await expect(requireMember(db, undefined, shop, 'staff')).rejects.toMatchObject({ code: 'unauthenticated' })
  await expect(requireMember(db, { id: newId('person') }, shop, 'staff')).rejects.toMatchObject({ code: 'not-found' })
  await expect(requireMember(db, { id: staff }, 'biz_01arz3ndektsv4rrffq69g5fav', 'staff')).rejects.toMatchObject({
    code: 'not-found',
  })
  await expect(requireMember(db, { id: staff }, shop, 'manager')).rejects.toMatchObject({ code: 'forbidden' })
})

test('where operators need a second factor, a session without it is a member’s and no operator’s', async () => {
  const [operator, admin, stranger] = [newId('person'), newId('person'), newId('person')]
  const [town, shop] = [newId('market'), newId('business')]
  await notes.member(operator, town, 'operator')
  await notes.member(operator, shop, 'staff')
  await notes.member(admin, 'platform', 'admin')
  const lacking = (id: typeof operator) => ({ id, lacksSecondFactor: true as const })
  for (const id of [operator, admin]) {
    expect(await isOperator(db, lacking(id), town)).toBe(false)
    await expect(requireOperator(db, lacking(id), town)).rejects.toMatchObject({ code: 'auth/second-factor-required' })
    await expect(requireOperator(db, lacking(id), undefined)).rejects.toMatchObject({
      code: 'auth/second-factor-required',
    })
  }
  await expect(requireAdmin(db, lacking(admin))).rejects.toMatchObject({ code: 'auth/second-factor-required' })
  await expect(requireAdmin(db, lacking(operator))).rejects.toMatchObject({ code: 'not-found' })
  await expect(requireOperator(db, lacking(stranger), town)).rejects.toMatchObject({ code: 'not-found' })
  expect(await requireMember(db, lacking(operator), shop, 'staff')).toBe('staff')
})

test('an operator rules one market, an admin every one, an owner none', async () => {
  const [operator, admin, owner] = [newId('person'), newId('person'), newId('person')]
  const [town, city] = [newId('market'), newId('market')]
  await notes.member(operator, town, 'operator')
  await notes.member(admin, 'platform', 'admin')
  await notes.member(owner, newId('business'), 'owner')
  const may = (id: typeof operator) => Promise.all([town, city].map((market) => isOperator(db, { id }, market)))
  expect([await may(operator), await may(admin), await may(owner)]).toEqual([
    [true, false],
    [true, true],
    [false, false],
  ])
  await requireOperator(db, { id: operator }, town)
  await expect(requireOperator(db, { id: operator }, city)).rejects.toMatchObject({ code: 'not-found' })
})

test('what only the operator may do is forbidden to a member of that business, and hidden from anybody else', async () => {
  const [owner, stranger, shop, marketId] = [newId('person'), newId('person'), newId('business'), newId('market')]
  await notes.member(owner, shop, 'owner')
  const send = (id: typeof owner) => requireOperator(db, { id }, marketId, shop)
  await expect(send(owner)).rejects.toMatchObject({ code: 'forbidden' })
  await expect(send(stranger)).rejects.toMatchObject({ code: 'not-found' })
})
