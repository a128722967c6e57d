import {
  bookingCancelled,
  bookingCompleted,
  bookingConfirmed,
  bookingRescheduled,
  staffChanged,
} from '@buy-locals/contracts/booking/events'
import { businessDecided } from '@buy-locals/contracts/business/events'
import { membershipChanged, personChanged } from '@buy-locals/contracts/auth/events'
import { reviewFlagDecided, reviewFlagged } from '@buy-locals/contracts/review/events'
import { newId, type Id } from '@buy-locals/values/ids'
import * as api from '@buy-locals/contracts/notification/operations'
import type { NotificationPreference } from '@buy-locals/contracts/notification/shapes'
import { connect } from '@buy-locals/service-kit/database'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import type { Database } from '../src/persistence/database.ts'
import { startNotifications } from './support.ts'

type Item = NotificationPreference

/** An owner whose address is known, and a customer who books. */
async function startWithOwner() {
  const notification = await startNotifications({}, { ownerIsMailed: true })
  const { owner, businessId } = notification
  const person = {
    id: owner,
    name: 'Olga',
    email: 'olga@example.com',
    emailVerified: true,
    locale: 'en',
    timeZone: 'America/Boise',
  }
  await notification.deliver(personChanged, owner, 1, { ...person, version: 1, kind: 'account' })
  const cora = await notification.person('cora@example.com')
  return Object.assign(notification, {
    businessId,
    book: async (changes = {}) => {
      const booking = { ...notification.booking(cora), ...changes }
      await notification.deliver(bookingConfirmed, booking.id, 2, booking)
      await notification.advance('PT1S')
      return booking
    },
    choose: (...items: Item[]) =>
      notification.call(api.changeNotificationPreferences, { body: { items } }, { as: owner }),
    mails: async () =>
      (await notification.inbox('olga@example.com')).map(({ subject }) => subject.replaceAll(/\s/g, ' ')),
    unread: async () => (await notification.call(api.listNotifications, {}, { as: owner })).body,
  })
}

const newBooking = 'New booking: Cora Lane, Haircut, Tue, Mar 24, 2026, 9:00 AM MDT'

test('an owner is mailed of a new booking and of one that is cancelled, with the name of the customer', async () => {
  await using notification = await startWithOwner()
  const booking = await notification.book()
  const cancelled = { ...booking, status: 'cancelled' as const, cancelledBy: 'consumer' as const, version: 3 }
  await notification.deliver(bookingCancelled, booking.id, 3, cancelled)
  await notification.advance('PT1S')
  expect((await notification.mails()).toSorted()).toEqual([
    'Canceled: Cora Lane, Haircut, Tue, Mar 24, 2026, 9:00 AM MDT',
    newBooking,
  ])
})

test('staff are notified of what is on their own calendar, also by a colleague, and not of what they did themselves', async () => {
  await using notification = await startWithOwner()
  const { businessId } = notification
  const [ana, id] = [await notification.person('ana@example.com', 'Ana Ruiz'), newId('staff')]
  const link = (version: number, personId?: Id<'person'>) =>
    notification.deliver(staffChanged, id, version, { id, businessId, personId, active: true, version })
  const kinds = async () => (await notification.call(api.listNotifications, {}, { as: ana })).body
  const mails = async () => (await notification.inbox('ana@example.com')).length
  await notification.member(ana, businessId, 'staff')
  await link(2, ana)
  await link(1)
  await notification.book()
  expect(await kinds(), 'nobody is booked by name').toMatchObject({ unread: 0, items: [] })
  await notification.book({ staffId: id })
  await notification.book({ staffId: id, isEnteredByBusiness: true, actorId: notification.owner })
  expect((await kinds()).unread).toBe(2)
  expect(await mails()).toBe(2)
  expect((await notification.unread()).unread, 'the owner reads of what customers booked').toBe(2)
  await notification.book({ staffId: id, isEnteredByBusiness: true, actorId: ana })
  expect(await kinds()).toMatchObject({ unread: 2, items: { length: 3 } })
  const booking = await notification.book({ staffId: id })
  const cancelled = { ...booking, status: 'cancelled' as const, cancelledBy: 'business' as const, version: 3 }
  await notification.deliver(bookingCancelled, booking.id, 3, { ...cancelled, actorId: notification.owner })
  expect((await kinds()).items[0]?.kind).toBe('booking-cancelled-by-business')
  const left = { personId: ana, scope: businessId, role: null, version: 2 }
  await notification.deliver(membershipChanged, `${ana} ${businessId}`, 2, left)
  await notification.book({ staffId: id })
  expect((await kinds()).unread, 'whoever has left is not notified any more').toBe(4)
  expect(await mails()).toBe(4)
})

test('staff whose booking is given to a colleague are notified of the time that is theirs no more', async () => {
  await using notification = await startWithOwner()
  const { businessId, owner } = notification
  const join = async (name: string, email: string) => {
    const [personId, staffId] = [await notification.person(email, name), newId('staff')]
    await notification.member(personId, businessId, 'staff')
    const link = { id: staffId, businessId, personId, active: true, version: 1 }
    await notification.deliver(staffChanged, staffId, 1, link)
    return { personId, staffId }
  }
  const [ana, ben] = [await join('Ana Ruiz', 'ana@example.com'), await join('Ben Cole', 'ben@example.com')]
  const booking = await notification.book({ staffId: ana.staffId })
  const change = { staffId: ben.staffId, formerStaffId: ana.staffId, start: '2026-03-24T17:00:00Z', previousStart: booking.start } // prettier-ignore
  const moved = { ...booking, ...change, rescheduledBy: 'business' as const, actorId: owner, version: 3 }
  await notification.deliver(bookingRescheduled, booking.id, 3, moved)
  await notification.advance('PT1S')
  const newest = async (as: Id<'person'>) => (await notification.call(api.listNotifications, {}, { as })).body.items[0]
  expect(await newest(ana.personId)).toMatchObject({
    kind: 'booking-reassigned',
    about: { start: booking.start, by: 'Cora Lane' },
  })
  expect(await newest(ben.personId)).toMatchObject({ kind: 'booking-moved', about: { start: moved.start } })
  const mails = (await notification.inbox('ana@example.com')).map(({ subject }) => subject.replaceAll(/\s/g, ' '))
  expect(mails.toSorted((a, b) => a.localeCompare(b))).toEqual([
    newBooking,
    'No longer yours: Cora Lane, Haircut, Tue, Mar 24, 2026, 9:00 AM MDT',
  ])
})

test('what the business did itself is in the inbox, and neither unread nor mailed', async () => {
  await using notification = await startWithOwner()
  await notification.book({ isEnteredByBusiness: true })
  expect(await notification.unread()).toMatchObject({ unread: 0, items: [{ kind: 'booking-new' }] })
  expect(await notification.mails()).toEqual([])
})

test('the name of a guest that arrives later than the booking is in the mail and in the inbox all the same', async () => {
  await using notification = await startWithOwner()
  const gus = newId('person')
  const booking = notification.booking(gus)
  await notification.deliver(bookingConfirmed, booking.id, 2, booking)
  await notification.advance('PT1S')
  expect(await notification.mails()).toEqual([])
  const person = { id: gus, name: 'Gus Hale', email: 'gus@example.com', emailVerified: false, locale: 'en' }
  await notification.deliver(personChanged, gus, 1, { ...person, version: 1, kind: 'guest' })
  await notification.advance('PT3S')
  expect(await notification.mails()).toEqual([newBooking.replace('Cora Lane', 'Gus Hale')])
  expect((await notification.unread()).items[0]?.about['by']).toBe('Gus Hale')
})

test('an owner who books at their own business has no news of it', async () => {
  await using notification = await startWithOwner()
  await notification.book({ actorId: notification.owner })
  expect(await notification.unread()).toMatchObject({ unread: 0, items: [{ kind: 'booking-new' }] })
  expect(await notification.mails()).toEqual([])
})

test('each kind is turned off and on again by channel, and the others stay as they are', async () => {
  await using notification = await startWithOwner()
  const off = await notification.choose({ kind: 'booking-new', channel: 'mail', enabled: false })
  expect(off.body.items.filter(({ enabled, channel }) => !enabled && channel !== 'sms')).toEqual([
    { kind: 'booking-new', channel: 'mail', enabled: false },
    { kind: 'daily-digest', channel: 'mail', enabled: false },
  ])
  await notification.book()
  expect(await notification.mails()).toEqual([])
  expect((await notification.unread()).unread).toBe(1)
  await notification.choose(
    { kind: 'booking-new', channel: 'mail', enabled: true },
    { kind: 'booking-new', channel: 'in-app', enabled: false },
  )
  await notification.book()
  expect(await notification.mails()).toEqual([newBooking])
  expect((await notification.unread()).unread).toBe(1)
  const wrong = { kind: 'daily-digest', channel: 'in-app', enabled: true } as const
  expect((await notification.choose(wrong)).status).toBe(422)
})

test('a customer turns off invitations to review, and everything else about their bookings comes', async () => {
  await using notification = await startWithOwner()
  const cora = await notification.person('cora@example.com')
  const off = { kind: 'review-invitation', channel: 'mail', enabled: false } as const
  await notification.call(api.changeNotificationPreferences, { body: { items: [off] } }, { as: cora })
  const booking = { ...notification.booking(cora), completedBy: 'business' as const }
  await notification.deliver(bookingConfirmed, booking.id, 2, booking)
  await notification.advance('PT1S')
  await notification.deliver(bookingCompleted, booking.id, 3, { ...booking, status: 'completed', version: 3 })
  await notification.advance('PT1S')
  const mails = await notification.inbox('cora@example.com')
  expect(mails.map(({ subject }) => subject)).toEqual(['Booked: Haircut at Third Street Barber'])
  const { items } = (await notification.call(api.listNotifications, {}, { as: cora })).body
  expect(items.map(({ kind }) => kind)).toEqual(['booking-completed', 'booking-confirmed'])
})

test('mails of before there were channels are kept, and are not requested again', async () => {
  await using notification = await startWithOwner()
  await notification.book()
  await using admin = connect<Database>(notification.adminUrl, { applicationName: 'test' })
  const sent = sql<{ id: string; kind: string; channel?: string }>`select * from notification.deliveries where sent_at is not null order by id` // prettier-ignore
  const { rows: before } = await sent.execute(admin)
  expect(before).toHaveLength(2)
  await sql`alter table notification.deliveries drop column channel, add constraint deliveries_person_id_event_id_key unique (person_id, event_id)`.execute(admin) // prettier-ignore
  await notification.runMigration('014_delivery-channels.sql')
  await using afterwards = connect<Database>(notification.adminUrl, { applicationName: 'test' })
  expect((await sent.execute(afterwards)).rows).toMatchObject(before)
  const again = sql`insert into notification.deliveries (id, person_id, event_id, channel, kind, requested_at) select id || '2', person_id, event_id, channel, kind, requested_at from notification.deliveries` // prettier-ignore
  await expect(again.execute(afterwards)).rejects.toThrow('deliveries_once')
})

test('the daily digest sums up the day at six in the evening, is empty on no day, and ends when it is turned off', async () => {
  await using notification = await startWithOwner() // it is two in the morning in Boise
  const digest = (enabled: boolean) => notification.choose({ kind: 'daily-digest', channel: 'mail', enabled })
  await notification.choose({ kind: 'booking-new', channel: 'mail', enabled: false })
  await digest(true)
  await digest(true)
  await notification.book()
  await notification.book()
  await notification.advance('PT15H')
  expect(await notification.mails()).toEqual([])
  await notification.advance('PT1H')
  await notification.advance('PT1S')
  expect(await notification.mails()).toEqual(['Your day: 2 updates'])
  const [mail] = await notification.inbox('olga@example.com')
  expect(mail?.text.replaceAll(/\s/g, ' ').split(newBooking)).toHaveLength(3)
  await notification.advance('P1D')
  expect(await notification.mails(), 'nothing happened').toHaveLength(1)
  await digest(false)
  await notification.book()
  await notification.advance('P2D')
  expect(await notification.mails()).toHaveLength(1)
})

test('of a reported review the operator reads, and of the decision the business, and whose review was removed', async () => {
  await using notification = await startWithOwner()
  const { business, businessId } = notification
  const operator = await notification.person('opal@example.com', 'Opal')
  await notification.member(operator, business.marketId, 'operator')
  const consumerId = await notification.person('rita@example.com', 'Rita')
  const review = {
    ...{ id: newId('review'), businessId, bookingId: newId('booking'), serviceName: 'Haircut', stars: 1, by: 'Rita' },
    ...{ verified: true, at: '2026-03-20T08:00:00Z', consumerId, marketId: business.marketId },
  }
  const flag = { reason: 'Not a customer.', at: '2026-03-20T08:00:00Z' }
  const flagged = { ...review, flag, actorId: notification.owner, version: 2 }
  await notification.deliver(reviewFlagged, review.id, 2, flagged)
  const decided = { ...flag, outcome: 'removed' as const, outcomeReason: 'It names somebody.', decidedAt: flag.at }
  await notification.deliver(reviewFlagDecided, review.id, 3, {
    ...flagged,
    flag: decided,
    actorId: operator,
    version: 3,
  })
  await notification.advance('PT1S')
  const subjects = async (to: string) => (await notification.inbox(to)).map(({ subject }) => subject)
  expect(await subjects('opal@example.com')).toEqual(['Third Street Barber reported a review'])
  expect(await subjects('olga@example.com')).toEqual(['The review by Rita was removed'])
  const [mail] = await notification.inbox('rita@example.com')
  expect(mail?.subject).toBe('Your review of Third Street Barber was removed')
  expect(mail?.text).toContain('Reason: It names somebody.')
  expect(mail?.text, 'what the business wrote is for the operator').not.toContain('Not a customer')
})

test('what the operator decides is always mailed to the owner, with the reason', async () => {
  await using notification = await startWithOwner()
  const { businessId } = notification
  const decision = { businessId, name: 'Third Street Barber', about: 'business', outcome: 'returned' } as const
  await notification.deliver(businessDecided, businessId, 5, {
    ...decision,
    reason: 'The address is missing.',
    version: 5,
  })
  await notification.advance('PT1S')
  const [mail] = await notification.inbox('olga@example.com')
  expect(mail?.subject).toBe('Third Street Barber needs a change before it can go live')
  expect(mail?.text).toContain('Reason: The address is missing.')
  expect((await notification.unread()).items).toMatchObject([{ kind: 'business-returned' }])
})
