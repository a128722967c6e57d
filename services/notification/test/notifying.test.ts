import { setImmediate } from 'node:timers/promises'
import { linkRequested, membershipChanged, personChanged } from '@buy-locals/contracts/auth/events'
import {
  bookingCancelled,
  bookingConfirmed,
  bookingExpired,
  bookingHeld,
  bookingPaymentUnusable,
  bookingRescheduled,
  bookingRescheduleExpired,
  bookingRescheduleHeld,
  manageLinkIssued,
} from '@buy-locals/contracts/booking/events'
import { businessSuspended } from '@buy-locals/contracts/business/events'
import * as api from '@buy-locals/contracts/notification/operations'
import { newId, type Id } from '@buy-locals/values/ids'
import { expect, test } from 'vitest'
import { startNotifications } from './support.ts'

test('of a confirmed booking the consumer is notified by mail and the owner in the inbox, once, however often the event is delivered', async () => {
  await using notification = await startNotifications()
  const cora = await notification.person('cora@example.com')
  const booking = notification.booking(cora)
  const event = await notification.deliver(bookingConfirmed, booking.id, 2, booking)
  await notification.redeliver(event)
  await notification.advance('PT1S')
  const mails = await notification.inbox('cora@example.com')
  expect(mails.map(({ subject }) => subject)).toEqual(['Booked: Haircut at Third Street Barber'])
  expect(mails[0]?.text).toContain(`http://127.0.0.1:4000/bookings/${booking.id}`)
  const inbox = await notification.call(api.listNotifications, {}, { as: notification.owner })
  expect(inbox.body).toMatchObject({ unread: 1, items: [{ kind: 'booking-new', about: { service: 'Haircut' } }] })
})

const venue = { name: 'Third Street Barber', address: '3 Third Street, Boise, ID 83702', phone: '+12085550123' }

test('the one confirmation says what, when, where, the price and the policy, with a link', async () => {
  await using notification = await startNotifications()
  const cora = await notification.person('cora@example.com')
  const deposit = { amount: 1000, currency: 'USD' } as const
  const policy = { freeUntilHours: 24, lateRefundShare: 5000, noShowRefundShare: 0 }
  const booking = { ...notification.booking(cora), deposit, policy, venue, staffName: 'Maria', partySize: 2 }
  await notification.deliver(bookingConfirmed, booking.id, 2, booking)
  await notification.advance('PT1S')
  const [mail] = await notification.inbox('cora@example.com')
  const lines = mail?.text.replaceAll(/\s/g, ' ').split(/ {2}/) ?? []
  expect(lines).toEqual([
    'Hello Cora Lane,',
    'Haircut with Maria, 2 people',
    'When: Tue, Mar 24, 2026, 9:00 AM MDT',
    'Where: Third Street Barber, 3 Third Street, Boise, ID 83702',
    'Phone: (208) 555-0123',
    'Price: $45.00. Deposit paid online: $10.00. Due at appointment: $35.00.',
    'Free cancellation until Mon, Mar 23, 2026, 9:00 AM MDT. After that, $5.00 is refunded. No-shows aren’t refunded.',
    `See my booking: http://127.0.0.1:4000/bookings/${booking.id}`,
    'Buy Locals',
  ])
})

test('an unpaid hold is mailed of as what it is: pay until, and one line at its end', async () => {
  await using notification = await startNotifications()
  const cora = await notification.person('cora@example.com')
  const holdExpiresAt = '2026-03-20T08:10:00Z'
  const booking = { ...notification.booking(cora), venue, status: 'held' as const, holdExpiresAt, version: 1 }
  await notification.deliver(bookingHeld, booking.id, 1, booking)
  await notification.advance('PT1S')
  const [first] = await notification.inbox('cora@example.com')
  expect(first?.subject).toMatch(/^Pay by 2:10.AM: Haircut at Third Street Barber$/)
  expect(first?.text).toContain('$45.00')
  expect(first?.text).toContain(`/bookings/${booking.id}/pay`)
  expect(`${first?.subject}${first?.text}`).not.toMatch(/thank|booked/i)
  await notification.advance('PT10M')
  await notification.deliver(bookingExpired, booking.id, 2, { ...booking, status: 'expired', version: 2 })
  await notification.advance('PT1S')
  const mails = await notification.inbox('cora@example.com')
  expect(new Set(mails.map(({ subject }) => subject.split(':')[0]))).toEqual(new Set(['Not booked', 'Pay by 2']))
  expect(mails).toHaveLength(2)
  expect(mails.find(({ subject }) => subject.startsWith('Not'))?.text).toContain('You weren’t charged')
  expect((await notification.call(api.listNotifications, {}, { as: notification.owner })).body.items).toEqual([])
})

test('of a second time that is held the customer reads what to pay until when, and once when it ran out, and the business neither', async () => {
  await using notification = await startNotifications()
  const cora = await notification.person('cora@example.com')
  const usd = (amount: number) => ({ amount, currency: 'USD' as const })
  const time = { start: '2026-03-25T15:00:00Z', end: '2026-03-25T15:30:00Z', holdExpiresAt: '2026-03-20T08:10:00Z' }
  const heldMove = { version: 3, ...time, price: usd(6000), deposit: usd(6000), due: usd(1500) }
  const booking = { ...notification.booking(cora), venue, version: 3 }
  const held = await notification.deliver(bookingRescheduleHeld, booking.id, 3, { ...booking, heldMove })
  await notification.redeliver(held)
  await notification.advance('PT1S')
  const [payBy, ...more] = await notification.inbox('cora@example.com')
  expect(more).toEqual([])
  expect(payBy?.subject).toBe('Pay by 2:10 AM: new time for Haircut at Third Street Barber')
  const text = payBy?.text.replaceAll(/\s/g, ' ') ?? ''
  expect(text).toContain(
    'We’re holding Wed, Mar 25, 2026, 9:00 AM MDT for you until 2:10 AM. Pay $15.00 to change to it.',
  )
  expect(text).toContain('If you do nothing, your booking stays on Tue, Mar 24, 2026, 9:00 AM MDT')
  expect(text).toContain(`http://127.0.0.1:4000/bookings/${booking.id}/pay`)
  await notification.deliver(bookingRescheduleExpired, booking.id, 4, { ...booking, version: 4 })
  await notification.advance('PT10M')
  const ends = (await notification.inbox('cora@example.com')).filter(({ subject }) => subject !== payBy?.subject)
  expect(ends.map(({ subject }) => subject)).toEqual(['Time not changed: Haircut at Third Street Barber'])
  expect(ends[0]?.text.replaceAll(/\s/g, ' ')).toContain('Your booking stays on Tue, Mar 24, 2026, 9:00 AM MDT')
  const kinds = async (as: Id<'person'>) =>
    (await notification.call(api.listNotifications, {}, { as })).body.items.map(({ kind }) => kind)
  expect(await kinds(cora)).toEqual(['move-expired'])
  expect(await kinds(notification.owner)).toEqual([])
})

test('of a new time both sides are notified, once, and the mail says what it was before', async () => {
  await using notification = await startNotifications()
  const booking = notification.booking(await notification.person('cora@example.com'))
  const moved = { ...booking, version: 3, previousStart: booking.start, start: '2026-03-24T15:00:00Z' }
  const event = await notification.deliver(bookingRescheduled, booking.id, 3, { ...moved, rescheduledBy: 'business' })
  await notification.redeliver(event)
  await notification.advance('PT1S')
  const [mail, ...more] = await notification.inbox('cora@example.com')
  expect([mail?.subject, more]).toEqual(['New time: Haircut at Third Street Barber', []])
  expect(mail?.text).toMatch(/Tue, Mar 24, 2026, 9:00.AM MDT/)
  expect(mail?.text).toMatch(/Previous time: \w{3}, \w{3} \d+, 2026/)
  const inbox = await notification.call(api.listNotifications, {}, { as: notification.owner })
  expect(inbox.body).toMatchObject({ unread: 0, items: [{ kind: 'booking-moved', about: { by: 'Cora Lane' } }] })
})

test('the owner of a suspended business reads why, by mail and in the inbox, once', async () => {
  await using notification = await startNotifications()
  const { businessId } = notification
  const owner = await notification.person('olga@example.com', 'Olga Reyes')
  await notification.member(owner, businessId, 'owner')
  const staff = await notification.person('sam@example.com', 'Sam')
  await notification.member(staff, businessId, 'staff')
  const why = { reason: 'The address is an empty lot.', contactEmail: 'hello@boise.example' }
  const suspension = { businessId, name: 'Third Street Barber', ...why, version: 5 }
  const event = await notification.deliver(businessSuspended, businessId, 5, suspension)
  await notification.redeliver(event)
  await notification.advance('PT1S')
  const mails = await notification.inbox('olga@example.com')
  expect(mails.map(({ subject }) => subject)).toEqual(['Third Street Barber is suspended'])
  expect(mails[0]?.text).toContain('The address is an empty lot.')
  expect(mails[0]?.text).toContain('Questions? Write to hello@boise.example.')
  expect(mails[0]?.text).toContain(`http://127.0.0.1:4000/dashboard/${businessId}/profile`)
  const { body } = await notification.call(api.listNotifications, {}, { as: owner })
  const about = { business: 'Third Street Barber', message: 'The address is an empty lot.' }
  expect(body.items).toMatchObject([{ kind: 'business-suspended', about }])
  expect(await notification.inbox('sam@example.com')).toEqual([])
})

test('open screens of the person and of the business are told at once that it changed, and nothing else', async () => {
  await using notification = await startNotifications()
  const booking = notification.booking(await notification.person('cora@example.com'))
  await notification.deliver(bookingConfirmed, booking.id, 2, booking)
  const event = { type: 'booking.confirmed', id: booking.id, version: 2 }
  expect(notification.pushed).toEqual([
    { channel: `/business/${booking.businessId.replace('_', '-')}/0`, event },
    { channel: `/person/${booking.consumerId.replace('_', '-')}`, event },
  ])
})

test('what changes at the same time is told at the same time: no screen waits until another has been told', async () => {
  let [open, mostOpen] = [0, 0]
  const push = async () => {
    mostOpen = Math.max(mostOpen, ++open)
    await setImmediate()
    open -= 1
  }
  await using notification = await startNotifications({ push })
  const consumerId = await notification.person('cora@example.com')
  const bookings = Array.from({ length: 3 }, () => notification.booking(consumerId))
  const events = bookings.map((data) => ({ id: newId('event'), type: bookingConfirmed.type, subject: data.id, sequence: 2, at: data.createdAt, data })) // prettier-ignore
  const isPush = ({ name }: { name: string }) => name === `notification.push.${bookingConfirmed.type}`
  await notification.service.consumers.find(isPush)?.handleAll?.(events)
  expect(mostOpen).toBe(6)
})

test('once a membership has ended, the former channel of the business has one event more: that it is the last', async () => {
  await using notification = await startNotifications()
  const { businessId, pushed } = notification
  const [channel, consumerId] = [
    `/business/${businessId.replace('_', '-')}`,
    await notification.person('c@example.com'),
  ]
  const end = async (version: number, epoch: number, role: 'staff' | null = null) => {
    const personId = newId('person')
    const membership = { personId, scope: businessId, role, epoch, version }
    await notification.deliver(membershipChanged, `${personId} ${businessId}`, version, membership)
  }
  const confirm = async () => {
    const booking = { ...notification.booking(consumerId), businessId }
    await notification.deliver(bookingConfirmed, booking.id, 2, booking)
  }
  await end(1, 0, 'staff')
  expect(pushed).toEqual([])
  await end(2, 2)
  await end(2, 1) // it was on its way for longer
  await confirm()
  const last = (epoch: number) => ({ type: 'business.members-changed', id: businessId, version: epoch })
  expect(pushed.filter(({ channel }) => channel.startsWith('/business'))).toEqual([
    { channel: `${channel}/1`, event: last(2) },
    { channel: `${channel}/2`, event: last(2) },
    { channel: `${channel}/0`, event: last(1) },
    { channel: `${channel}/1`, event: last(1) },
    { channel: `${channel}/2`, event: expect.objectContaining({ type: 'booking.confirmed' }) as unknown },
  ])
})

test("a guest's link is mailed when the guest's address has arrived, even if that is later", async () => {
  await using notification = await startNotifications()
  const personId = newId('person')
  const bookingId = newId('booking')
  await notification.deliver(manageLinkIssued, bookingId, 1, { bookingId, personId, token: 'secret-token', version: 1 })
  await notification.deliver(bookingConfirmed, bookingId, 1, { ...notification.booking(personId), id: bookingId })
  await notification.advance('PT1S')
  expect(await notification.inbox('gus@example.com')).toEqual([])
  await notification.deliver(personChanged, personId, 1, {
    id: personId,
    name: 'Gus',
    email: 'gus@example.com',
    emailVerified: false,
    locale: 'en',
    version: 1,
    kind: 'guest',
  })
  await notification.advance('PT10S')
  expect((await notification.inbox('gus@example.com'))[0]?.text).toContain(`/bookings/${bookingId}#secret-token`)
})

test('every mail to a guest opens the booking, also one that is requested before the link has come, and no table shows the token', async () => {
  await using notification = await startNotifications()
  const guest = { id: newId('person'), name: 'Gus', email: 'gus@example.com', emailVerified: false, locale: 'en', version: 1, kind: 'guest' as const } // prettier-ignore
  await notification.deliver(personChanged, guest.id, 1, guest)
  const booking = { ...notification.booking(guest.id), isGuest: true }
  await notification.deliver(bookingConfirmed, booking.id, 2, booking)
  await notification.advance('PT1S')
  expect(await notification.inbox('gus@example.com')).toEqual([])
  const link = { bookingId: booking.id, personId: guest.id, token: 'secret-token', version: 1 }
  await notification.deliver(manageLinkIssued, booking.id, 1, link)
  await notification.advance('PT5S')
  await notification.deliver(bookingCancelled, booking.id, 3, { ...booking, status: 'cancelled', version: 3 })
  await notification.advance('PT5S')
  const mails = await notification.inbox('gus@example.com')
  expect(mails).toHaveLength(2)
  for (const { text } of mails) expect(text).toContain(`/bookings/${booking.id}#secret-token`)
  expect(JSON.stringify(await notification.db.selectFrom('guest_links').selectAll().execute())).not.toContain('secret')
})

test('a guest of an earlier release, whose link was not kept, waits a minute for it and no longer', async () => {
  await using notification = await startNotifications()
  const guest = { id: newId('person'), name: 'Gus', email: 'gus@example.com', emailVerified: false, locale: 'en', version: 1, kind: 'guest' as const } // prettier-ignore
  await notification.deliver(personChanged, guest.id, 1, guest)
  const booking = { ...notification.booking(guest.id), isGuest: true }
  await notification.deliver(bookingConfirmed, booking.id, 2, booking)
  for (let n = 0; n < 8; n++) await notification.advance('PT10S')
  expect(await notification.inbox('gus@example.com')).toHaveLength(1)
})

test('an address that comes an hour late still gets its mail', async () => {
  await using notification = await startNotifications()
  const [personId, bookingId] = [newId('person'), newId('booking')]
  await notification.deliver(manageLinkIssued, bookingId, 1, { bookingId, personId, token: 'secret-token', version: 1 })
  await notification.deliver(bookingConfirmed, bookingId, 1, { ...notification.booking(personId), id: bookingId })
  for (let minute = 0; minute < 60; minute++) await notification.advance('PT1M')
  const gus = { id: personId, name: 'Gus', email: 'gus@example.com', emailVerified: false, locale: 'en', version: 1 }
  await notification.deliver(personChanged, personId, 1, { ...gus, kind: 'guest' })
  await notification.advance('PT1H')
  expect(await notification.inbox('gus@example.com')).toHaveLength(1)
})

test('a replay, which rebuilds projections, sends nobody a second mail', async () => {
  await using notification = await startNotifications()
  const cora = await notification.person('cora@example.com')
  const booking = notification.booking(cora)
  await notification.deliver(bookingConfirmed, booking.id, 2, booking)
  await notification.advance('PT1S')
  await notification.deliver(bookingConfirmed, booking.id, 2, booking)
  await notification.advance('PT1S')
  expect(await notification.inbox('cora@example.com')).toHaveLength(1)
  const inbox = await notification.call(api.listNotifications, {}, { as: notification.owner })
  expect(inbox.body.items).toHaveLength(1)
})

test('for somebody who booked by phone and has no address, the attempt to send mail ends after a day', async () => {
  await using notification = await startNotifications()
  const booking = notification.booking(newId('person'))
  await notification.deliver(bookingConfirmed, booking.id, 2, booking)
  await notification.advance('PT1S')
  const dueMails = () =>
    notification.db.selectFrom('jobs').select('id').where('kind', '=', 'notification.mail').execute()
  expect(await dueMails()).toHaveLength(1)
  for (let hour = 0; hour < 24; hour++) await notification.advance('PT1H')
  expect(await dueMails()).toHaveLength(1)
  for (let hour = 0; hour < 24; hour++) await notification.advance('PT1H')
  expect(await dueMails()).toHaveLength(0)
})

test('a secret link is kept only until its mail is sent', async () => {
  await using notification = await startNotifications()
  const personId = await notification.person('ada@example.com')
  await notification.deliver(linkRequested, personId, 1, {
    kind: 'reset-password',
    personId,
    token: 'secret-token',
    version: 1,
  })
  const payloads = () =>
    notification.db.selectFrom('jobs').select('payload').where('kind', '=', 'notification.mail').execute()
  expect(JSON.stringify(await payloads())).toContain('secret-token')
  await notification.advance('PT1S')
  expect(await payloads()).toEqual([])
  expect((await notification.inbox('ada@example.com'))[0]?.text).toContain('/reset-password#secret-token')
})

test('a mail server that is down loses no mail and sends none twice under another name', async () => {
  const sent: string[] = []
  let down = true
  const mail = {
    send: async ({ id }: { id: string }) => {
      if (down) throw new Error('connection refused')
      sent.push(id)
    },
  }
  await using notification = await startNotifications({ mail })
  const booking = notification.booking(await notification.person('cora@example.com'))
  await notification.deliver(bookingPaymentUnusable, booking.id, 3, {
    ...booking,
    version: 3,
    paymentId: newId('payment'),
  })
  await notification.advance('PT1S')
  down = false
  await notification.advance('PT1M')
  expect(sent).toHaveLength(1)
  expect((await fetch(`${notification.url}/dev/inbox`)).status).toBe(404)
})

test('my inbox is mine, in pages, and can be marked as read', async () => {
  await using notification = await startNotifications()
  const cora = await notification.person('cora@example.com')
  for (let i = 0; i < 5; i++) {
    const booking = notification.booking(cora)
    await notification.deliver(bookingConfirmed, booking.id, 2, booking)
  }
  const first = await notification.call(api.listNotifications, { query: { limit: 3 } }, { as: cora })
  const second = await notification.call(
    api.listNotifications,
    { query: { limit: 3, cursor: first.body.nextCursor } },
    { as: cora },
  )
  expect(new Set([...first.body.items, ...second.body.items].map(({ id }) => id)).size).toBe(5)
  expect((await notification.call(api.listNotifications, {}, { as: newId('person') })).body.items).toEqual([])
  await notification.call(api.markNotificationsRead, {}, { as: cora })
  expect((await notification.call(api.listNotifications, {}, { as: cora })).body.unread).toBe(0)
})
