import { expect, test } from 'vitest'
import { personChanged, personErased } from '@buy-locals/contracts/auth/events'
import { bookingCancelled, bookingConfirmed, manageLinkIssued } from '@buy-locals/contracts/booking/events'
import { mailBookingLinks } from '@buy-locals/contracts/notification/operations'
import { newId } from '@buy-locals/values/ids'
import { highLimits, startNotifications } from './support.ts'

type Running = Awaited<ReturnType<typeof startNotifications>>
const token = (letter: string) => `mail-${letter.repeat(43)}`

/** A guest is another person each time they book. */
async function bookAsGuest(notification: Running, email: string, letter: string, start = '2026-03-24T15:00:00Z') {
  const personId = newId('person')
  const guest = {
    id: personId,
    kind: 'guest' as const,
    name: 'Ada',
    email,
    emailVerified: false,
    locale: 'en',
    version: 1,
  }
  await notification.deliver(personChanged, personId, 1, guest)
  const booking = { ...notification.booking(personId), isGuest: true, start }
  await notification.deliver(bookingConfirmed, booking.id, 2, booking)
  const link = { bookingId: booking.id, personId, token: token(letter), version: 1 }
  await notification.deliver(manageLinkIssued, booking.id, 1, link)
  return booking
}
const find = (notification: Running, email: string) => notification.call(mailBookingLinks, { body: { email } })
const mailsTo = async (notification: Running, email: string) =>
  (await notification.inbox(email)).filter(({ subject }) => subject === 'Your bookings')

test('a guest who has lost the mails is sent one link to all their bookings, and the next visit is named', async () => {
  await using notification = await startNotifications()
  const later = await bookAsGuest(notification, 'ada@example.com', 'a', '2026-03-30T15:00:00Z')
  const next = await bookAsGuest(notification, 'ada@example.com', 'b')
  await bookAsGuest(notification, 'bea@example.com', 'c')
  expect((await find(notification, 'ada@example.com')).status).toBe(202)
  await notification.advance('PT1S')
  const [mail, ...others] = await mailsTo(notification, 'ada@example.com')
  expect(others).toEqual([])
  expect(mail?.text).toContain('Tue, Mar 24')
  expect(mail?.text).toContain('And 1 more.')
  expect(mail?.text).toContain(`/bookings#${next.id}.${token('b')}~${later.id}.${token('a')}`)
  expect(await mailsTo(notification, 'bea@example.com')).toEqual([])
})

test('an address without bookings is answered in the same way, and nothing is sent', async () => {
  await using notification = await startNotifications()
  await bookAsGuest(notification, 'ada@example.com', 'a')
  const [found, unknown] = [await find(notification, 'ada@example.com'), await find(notification, 'eve@example.com')]
  expect([unknown.status, unknown.body]).toEqual([found.status, found.body])
  await notification.advance('PT1S')
  expect(await mailsTo(notification, 'eve@example.com')).toEqual([])
})

test('asked again and again before it is sent, it is one mail, and on a day there are only so many', async () => {
  const limits = { ...highLimits, links: 2 }
  await using notification = await startNotifications({ limits })
  await bookAsGuest(notification, 'ada@example.com', 'a')
  for (let times = 0; times < 4; times++) {
    await Promise.all([find(notification, 'ada@example.com'), find(notification, 'ada@example.com')])
    await notification.advance('PT1S')
  }
  expect(await mailsTo(notification, 'ada@example.com')).toHaveLength(2)
})

test('what is long over is not found', async () => {
  await using notification = await startNotifications()
  await bookAsGuest(notification, 'old@example.com', 'a', '2025-12-01T15:00:00Z')
  const cancelled = await bookAsGuest(notification, 'ada@example.com', 'b')
  await notification.deliver(bookingCancelled, cancelled.id, 3, { ...cancelled, status: 'cancelled', version: 3 })
  for (const email of ['old@example.com', 'ada@example.com']) await find(notification, email)
  await notification.advance('PT1S')
  expect(await mailsTo(notification, 'old@example.com')).toEqual([])
  expect(await mailsTo(notification, 'ada@example.com')).toHaveLength(1)
})

test('what an erased guest had is not found, and nothing that waits is mailed to them, also before their rows are gone', async () => {
  await using notification = await startNotifications()
  const { consumerId } = await bookAsGuest(notification, 'gone@example.com', 'b')
  await find(notification, 'gone@example.com')
  await notification.deliver(personErased, consumerId, 1, { personId: consumerId, keepReviews: false, version: 1 })
  const erasure = notification.db.updateTable('jobs').where('kind', '=', 'kit.erase-person')
  await erasure.set({ run_at: notification.clock().add({ hours: 1 }) }).execute()
  await notification.advance('PT1S')
  expect(await notification.inbox('gone@example.com')).toEqual([])
  await notification.advance('PT2H')
  expect(await notification.inbox('gone@example.com')).toEqual([])
})
