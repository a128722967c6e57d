import { personErased } from '@buy-locals/contracts/auth/events'
import {
  bookingComplaintDecided,
  bookingComplaintFiled,
  bookingComplaintReplied,
} from '@buy-locals/contracts/booking/events'
import { complaintDays } from '@buy-locals/contracts/booking/shapes'
import * as api from '@buy-locals/contracts/notification/operations'
import { expect, test } from 'vitest'
import { startNotifications } from './support.ts'

/** A customer whose visit is over, and an operator of the market. */
async function startComplaint() {
  const notification = await startNotifications()
  const { business, owner } = notification
  const consumer = await notification.person('cora@example.com')
  const operator = await notification.person('opal@example.com', 'Opal')
  await notification.member(operator, business.marketId, 'operator')
  const booking = { ...notification.booking(consumer), start: '2026-03-19T15:00:00Z', end: '2026-03-19T15:30:00Z' }
  const about = async () => {
    const { body } = await notification.call(api.listNotifications, { query: {} }, { as: owner })
    return body.items.map((item) => item.about)
  }
  const filed = { ...booking, complainedAt: '2026-03-20T08:00:00Z' }
  const subjects = async () => (await notification.inbox('opal@example.com')).map(({ subject }) => subject)
  const kinds = async () => {
    const { body } = await notification.call(api.listNotifications, { query: {} }, { as: operator })
    return body.items.map(({ kind }) => kind)
  }
  return Object.assign(notification, {
    ...{ consumer, operator, visit: booking, about, subjects, kinds },
    file: () => notification.deliver(bookingComplaintFiled, booking.id, 3, { ...filed, version: 3 }),
    reply: (version: number) => notification.deliver(bookingComplaintReplied, booking.id, version, { ...filed, actorId: owner, version }), // prettier-ignore
    decide: (version: number) => notification.deliver(bookingComplaintDecided, booking.id, version, { ...filed, complaintDecision: 'released', refundShare: 0, version }), // prettier-ignore
  })
}

test('the business reads why a complaint was decided so, until its customer is erased', async () => {
  await using notification = await startComplaint()
  const { consumer, operator, visit } = notification
  const reason = 'The door was closed.'
  const decided = { complaintDecision: 'released', refundShare: 0, reason, actorId: operator, version: 3 } as const
  await notification.deliver(bookingComplaintDecided, visit.id, 3, { ...visit, ...decided })
  expect(await notification.about()).toMatchObject([{ message: reason, by: 'Cora Lane', decision: 'declined' }])
  await notification.deliver(personErased, consumer, 2, { personId: consumer, keepReviews: false, version: 2 })
  await notification.advance('PT1M')
  const [about] = await notification.about()
  expect(about).toMatchObject({ by: 'Former customer', decision: 'declined' })
  expect(about).not.toHaveProperty('message')
})

test('why a complaint was decided so is not written down once its customer is erased', async () => {
  await using notification = await startComplaint()
  const { consumer, operator, visit, owner } = notification
  await notification.deliver(personErased, consumer, 2, { personId: consumer, keepReviews: false, version: 2 })
  const reason = 'The door was closed.'
  const decided = { complaintDecision: 'released', refundShare: 0, reason, actorId: operator, version: 3 } as const
  await notification.deliver(bookingComplaintDecided, visit.id, 3, { ...visit, ...decided })
  await notification.advance('PT5M')
  const [about] = await notification.about()
  expect(about).toMatchObject({ by: 'Former customer', decision: 'declined' })
  expect(about).not.toHaveProperty('message')
  const person = await notification.db
    .selectFrom('people')
    .select('email')
    .where('person_id', '=', owner)
    .executeTakeFirst()
  const mails = person?.email ? await notification.inbox(person.email) : []
  expect(mails.map(({ text }) => text).join()).not.toContain(reason)
})

const ready = 'Ready to decide: Haircut at Third Street Barber'

test('operators are mailed once of a complaint that waits for them, when its business has replied', async () => {
  await using notification = await startComplaint()
  await notification.file()
  await notification.advance('PT24H')
  expect([await notification.subjects(), await notification.kinds()]).toEqual([[], ['complaint-filed']])
  for (const version of [4, 5]) {
    await notification.reply(version)
    await notification.advance('PT1S')
    expect(await notification.subjects()).toEqual([ready])
  }
  expect(await notification.kinds()).toEqual(['complaint-ready', 'complaint-filed'])
  const [mail] = await notification.inbox('opal@example.com')
  expect(mail?.text.replaceAll(/\s/g, ' ')).toContain('Decide by Fri, Mar 27, 2026, 2:00 AM MDT.')
  expect(mail?.text).toContain('/dashboard/operator/complaints')
  await notification.advance('PT96H')
  expect(await notification.subjects()).toEqual([ready])
})

test('operators are mailed of a complaint to which its business has not replied in three days', async () => {
  await using notification = await startComplaint()
  await notification.file()
  await notification.advance('PT71H')
  expect(await notification.subjects()).toEqual([])
  await notification.advance('PT1H1S')
  expect(await notification.subjects()).toEqual([`No reply, r${ready.slice(1)}`])
  const [mail] = await notification.inbox('opal@example.com')
  expect(mail?.text.replaceAll(/\s/g, ' ')).toContain(`hasn’t replied in ${complaintDays.reply} days.`)
  expect(await notification.kinds()).toEqual(['complaint-filed'])
})

test('of a complaint that was filed long ago operators are mailed as soon as it is published again, once', async () => {
  await using notification = await startComplaint()
  await notification.advance('PT70H')
  await notification.file()
  await notification.advance('PT1H59M')
  expect(await notification.subjects()).toEqual([])
  await notification.advance('PT1M1S')
  expect(await notification.subjects()).toEqual([`No reply, r${ready.slice(1)}`])
  await notification.deliver(bookingComplaintFiled, notification.visit.id, 4, { ...notification.visit, complainedAt: '2026-03-20T08:00:00Z', version: 4 }) // prettier-ignore
  await notification.advance('PT96H')
  expect(await notification.subjects()).toHaveLength(1)
})

test('operators are not mailed of a complaint that is decided', async () => {
  await using notification = await startComplaint()
  await notification.file()
  await notification.decide(4)
  await notification.advance('PT96H')
  expect(await notification.subjects()).toEqual([])
})

test.each([
  { payment: 'online', invites: true },
  { payment: 'at-venue', invites: false },
] as const)(
  'a business reads that it can offer a refund where it was paid $payment: $invites',
  async ({ payment, invites }) => {
    await using notification = await startComplaint()
    const { visit } = notification
    await notification.member(await notification.person('olga@example.com', 'Olga'), visit.businessId, 'owner')
    const filed = { ...visit, payment, complainedAt: '2026-03-20T08:00:00Z', version: 3 }
    await notification.deliver(bookingComplaintFiled, visit.id, 3, filed)
    await notification.advance('PT5M')
    const [mail] = await notification.inbox('olga@example.com')
    expect(mail?.text).toContain('Read what they wrote, and reply.')
    expect(mail?.text.includes('You can offer a refund')).toBe(invites)
  },
)
