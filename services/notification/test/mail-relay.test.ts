import { linkRequested, personChanged } from '@buy-locals/contracts/auth/events'
import { bookingCancelled, bookingConfirmed, manageLinkIssued } from '@buy-locals/contracts/booking/events'
import { businessChanged } from '@buy-locals/contracts/business/events'
import type { BusinessStatus } from '@buy-locals/contracts/business/shapes'
import { newId, type Id } from '@buy-locals/values/ids'
import { expect, test } from 'vitest'
import { highLimits, startNotifications } from './support.ts'

type Running = Awaited<ReturnType<typeof startNotifications>>

const limits = {
  ...highLimits,
  links: 3,
  listingReports: 2,
  toUnproven: 4,
  toProven: 6,
  writtenByBusiness: 5,
  ofBusinessToUnproven: 8,
}

async function guest(notification: Running, email: string): Promise<Id<'person'>> {
  const id = newId('person')
  const data = { id, name: 'Gus', email, emailVerified: false, locale: 'en', version: 1, kind: 'guest' as const }
  await notification.deliver(personChanged, id, 1, data)
  return id
}

/** Booked and cancelled: a link, and a mail about each. */
async function bookAndCancel(notification: Running, email: string, isEnteredByBusiness = false): Promise<void> {
  const personId = await guest(notification, email)
  const booking = { ...notification.booking(personId), isGuest: true, isEnteredByBusiness }
  const { id: bookingId, businessId } = booking
  const link = { bookingId, personId, businessId, isEnteredByBusiness, token: 'secret-token', version: 2 }
  await notification.deliver(manageLinkIssued, bookingId, 2, link)
  await notification.deliver(bookingConfirmed, bookingId, 2, booking)
  await notification.advance('PT1S')
  await notification.deliver(bookingCancelled, bookingId, 3, { ...booking, version: 3, status: 'cancelled' })
  await notification.advance('PT1S')
}

async function setStatus(notification: Running, status: BusinessStatus, version: number): Promise<void> {
  const { business } = notification
  await notification.deliver(businessChanged, business.id, version, { ...business, status, version })
}

const reasons = async ({ db }: Running) =>
  new Set((await db.selectFrom('deliveries').select('not_sent').execute()).map(({ not_sent }) => not_sent))

test('whoever books and cancels as a guest again and again mails one address a few times in a day', async () => {
  await using notification = await startNotifications({ limits })
  for (let round = 0; round < 20; round++) await bookAndCancel(notification, 'victim@example.com')
  expect(await notification.inbox('victim@example.com')).toHaveLength(4)
  expect(await reasons(notification)).toEqual(new Set([null, 'limited']))
  await notification.advance('PT24H')
  await bookAndCancel(notification, 'victim@example.com')
  expect((await notification.inbox('victim@example.com')).length).toBeGreaterThan(4)
})

test('addresses that differ in a tag are one mailbox', async () => {
  await using notification = await startNotifications({ limits })
  for (let round = 0; round < 5; round++) await bookAndCancel(notification, `victim+${round}@example.com`)
  const mails = await notification.db.selectFrom('dev_mails').select('recipient').execute()
  expect(mails).toHaveLength(4)
})

test('one business mails a bounded number of addresses that nobody has proven, and fewer that it wrote down itself', async () => {
  await using notification = await startNotifications({ limits })
  for (let n = 0; n < 10; n++) await bookAndCancel(notification, `written-${n}@example.com`, true)
  const sent = async () => (await notification.db.selectFrom('dev_mails').select('id').execute()).length
  expect(await sent()).toBe(5)
  for (let n = 0; n < 10; n++) await bookAndCancel(notification, `guest-${n}@example.com`)
  expect(await sent()).toBe(8)
  const member = await notification.person('cora@example.com')
  const booking = notification.booking(member)
  await notification.deliver(bookingConfirmed, booking.id, 2, booking)
  await notification.advance('PT1S')
  expect(await notification.inbox('cora@example.com')).toHaveLength(1)
})

test('no mail goes to an address that a draft, pending or suspended business wrote down', async () => {
  await using notification = await startNotifications()
  for (const [n, status] of (['draft', 'pending', 'suspended'] as const).entries()) {
    await setStatus(notification, status, n + 2)
    await bookAndCancel(notification, `${status}@example.com`, true)
    const personId = await guest(notification, `invited-by-${status}@example.com`)
    const { businessId } = notification
    await notification.deliver(linkRequested, personId, 1, { kind: 'invitation', personId, businessId, version: 1 })
    await notification.advance('PT1S')
  }
  expect(await notification.db.selectFrom('dev_mails').selectAll().execute()).toEqual([])
  expect(await reasons(notification)).toContain('unpublished')
  await setStatus(notification, 'published', 9)
  await bookAndCancel(notification, 'published@example.com', true)
  expect((await notification.inbox('published@example.com')).length).toBeGreaterThan(0)
})

test('whoever booked at a business that is suspended since still reads of it', async () => {
  await using notification = await startNotifications()
  await setStatus(notification, 'suspended', 2)
  await bookAndCancel(notification, 'gus@example.com')
  expect((await notification.inbox('gus@example.com')).length).toBeGreaterThan(0)
})

test('links to sign in by have a limit of their own', async () => {
  await using notification = await startNotifications({ limits })
  for (let round = 0; round < 3; round++) await bookAndCancel(notification, 'ada@example.com')
  const personId = await guest(notification, 'ada@example.com')
  for (let version = 1; version < 9; version++) {
    await notification.deliver(linkRequested, personId, version, {
      kind: 'reset-password',
      personId,
      token: 'secret-token',
      version,
    })
    await notification.advance('PT1S')
  }
  const subjects = (await notification.inbox('ada@example.com')).map(({ subject }) => subject)
  expect(subjects.filter((subject) => subject === 'Set a new password')).toHaveLength(3)
})

test('a mail that is tried again counts once', async () => {
  let isDown = true
  const sent: string[] = []
  const mail = {
    send: async ({ id }: { id: string }) => {
      if (isDown) throw new Error('connection refused')
      sent.push(id)
    },
  }
  await using notification = await startNotifications({ mail, limits: { ...limits, toProven: 1 } })
  const booking = notification.booking(await notification.person('cora@example.com'))
  await notification.deliver(bookingConfirmed, booking.id, 2, booking)
  for (let minute = 0; minute < 10; minute++) await notification.advance('PT1M')
  isDown = false
  await notification.advance('PT1H')
  expect(sent).toHaveLength(1)
})
