import { setTimeout } from 'node:timers/promises'
import { linkRequested, personChanged, personErased } from '@buy-locals/contracts/auth/events'
import {
  bookingCancelled,
  bookingCompleted,
  bookingConfirmed,
  bookingReopened,
  bookingRescheduled,
} from '@buy-locals/contracts/booking/events'
import * as api from '@buy-locals/contracts/notification/operations'
import type { Id } from '@buy-locals/values/ids'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import type { TextMessages } from '../src/sms.ts'
import { requestMails } from '../src/steps/request-mail.ts'
import { tokenOf } from './pushing.ts'
import { startSmtp } from './smtp.ts'
import { consent, daytime, startNotifications } from './support.ts'

const phone = '+12085550123'

/** It is ten in the morning of Friday; the visit is on Tuesday at nine. */
async function startWithVisit(
  changes: Parameters<typeof startNotifications>[0] = {},
  around: Parameters<typeof startNotifications>[1] = {},
) {
  const notification = await startNotifications(changes, { now: daytime, ...around })
  const cora = await notification.person('cora@example.com')
  await notification.addNumber(cora, phone)
  let version = 2
  const booking = { ...notification.booking(cora), createdAt: daytime }
  await notification.deliver(bookingConfirmed, booking.id, version, booking)
  await notification.advance('PT1S')
  const isReminder = (text: string) => text.includes('Reminder')
  return Object.assign(notification, {
    cora,
    booked: booking,
    move: async (start: string) => {
      version += 1
      const moved = { ...booking, start, previousStart: booking.start, rescheduledAt: notification.clock().toString(), version }
      await notification.deliver(bookingRescheduled, booking.id, version, moved)
    }, // prettier-ignore
    cancel: async () => {
      version += 1
      const cancelled = { ...booking, status: 'cancelled' as const, cancelledBy: 'consumer' as const, version }
      await notification.deliver(bookingCancelled, booking.id, version, cancelled)
    },
    mails: async () => (await notification.inbox('cora@example.com')).map(({ subject }) => subject).filter(isReminder),
    texts: async () => (await notification.readSms(phone)).filter(isReminder),
    /** To this moment of the test's clock. */
    until: async (instant: string) => {
      const seconds = notification.clock().until(instant).total('seconds')
      await notification.advance(`PT${seconds}S`)
      await notification.advance('PT0S')
    },
  })
}

test('a customer is reminded a day and two hours before, by mail and SMS, and by nothing else', async () => {
  await using notification = await startWithVisit()
  await notification.until('2026-03-23T14:59:59Z')
  expect([await notification.mails(), await notification.texts()]).toEqual([[], []])
  await notification.until('2026-03-23T15:00:00Z')
  expect(await notification.mails()).toEqual([
    expect.stringMatching(/^Reminder: Haircut at Third Street Barber, Tue, Mar 24, 2026, 9:00/) as string,
  ])
  expect(await notification.texts()).toEqual([expect.stringMatching(/^Buy Locals: Reminder\. Haircut/) as string])
  await notification.until('2026-03-24T12:59:59Z')
  expect(await notification.mails()).toHaveLength(1)
  await notification.until('2026-03-24T13:00:00Z') // seven in the morning in Boise
  expect(await notification.mails()).toHaveLength(2)
  expect(await notification.texts(), 'nobody is woken').toHaveLength(1)
  await notification.until('2026-03-24T14:00:00Z')
  expect(await notification.texts()).toHaveLength(2)
  await notification.until('2026-03-25T14:00:00Z')
  expect([await notification.mails(), await notification.texts()]).toMatchObject([{ length: 2 }, { length: 2 }])
  expect((await notification.call(api.listNotifications, {}, { as: notification.cora })).body.items).toHaveLength(1)
})

test('the quiet hours are those of the person, wherever the business is', async () => {
  await using notification = await startWithVisit()
  const person = { id: notification.cora, name: 'Cora', email: 'cora@example.com', emailVerified: true, locale: 'en' }
  const moved = { ...person, timeZone: 'Europe/Paris', version: 2, kind: 'account' as const }
  await notification.deliver(personChanged, notification.cora, 2, moved)
  await notification.until('2026-03-24T13:00:00Z') // two in the afternoon in Paris
  expect(await notification.texts()).toHaveLength(1)
})

test('of a booking that was cancelled nobody is reminded, and of one that was moved at its new time', async () => {
  await using notification = await startWithVisit()
  await notification.move('2026-03-25T18:00:00Z')
  await notification.until('2026-03-24T17:59:59Z')
  expect(await notification.mails()).toEqual([])
  await notification.until('2026-03-24T18:00:00Z')
  expect(await notification.mails()).toEqual([expect.stringContaining('Mar 25') as string])
  await notification.cancel()
  await notification.until('2026-03-26T00:00:00Z')
  expect([await notification.mails(), await notification.texts()]).toMatchObject([{ length: 1 }, { length: 1 }])
})

test('events that arrive in the wrong order remind nobody of what was cancelled', async () => {
  await using notification = await startNotifications({}, { now: daytime })
  const cora = await notification.person('cora@example.com')
  const booking = { ...notification.booking(cora), createdAt: daytime }
  const cancelled = { ...booking, status: 'cancelled' as const, cancelledBy: 'consumer' as const, version: 3 }
  await notification.deliver(bookingCancelled, booking.id, 3, cancelled)
  await notification.deliver(bookingConfirmed, booking.id, 2, booking)
  await notification.advance('P4D')
  const subjects = (await notification.inbox('cora@example.com')).map(({ subject }) => subject)
  expect(subjects).toEqual(['Canceled: Haircut at Third Street Barber'])
})

test.each(['moved', 'cancelled'])(
  'a reminder that waits for the mail server is not sent of a booking that was %s by then',
  async (how) => {
    let isWell = true
    await using smtp = await startSmtp(() => (isWell ? '250 well' : '451 later'))
    await using notification = await startWithVisit({ mail: smtp.mail, hasDevInbox: true })
    isWell = false
    await notification.until('2026-03-23T15:00:01Z')
    expect(await notification.texts(), 'the other channel is on time').toHaveLength(1)
    if (how === 'moved') await notification.move('2026-03-26T18:00:00Z')
    else await notification.cancel()
    isWell = true
    await notification.advance('PT2H')
    expect(smtp.subjects.filter((subject) => subject.includes('Reminder'))).toEqual([])
    const reminders = notification.db.selectFrom('deliveries').select(['channel', 'not_sent']).where('kind', '=', 'booking-reminder') // prettier-ignore
    expect(await reminders.orderBy('channel').execute()).toEqual([
      { channel: 'mail', not_sent: 'superseded' },
      { channel: 'sms', not_sent: null },
    ])
  },
)

test('a business chooses when its customers are reminded, also of what is booked already', async () => {
  await using notification = await startWithVisit()
  const { owner, businessId, cora } = notification
  const change = (minutesBefore: number[], as: Id<'person'>) =>
    notification.call(api.changeReminders, { params: { businessId }, body: { minutesBefore } }, { as })
  expect((await notification.call(api.readReminders, { params: { businessId } }, { as: owner })).body).toEqual({ minutesBefore: [1440, 120] }) // prettier-ignore
  expect((await change([60], cora)).status).toBe(404)
  expect((await change([60, 60], owner)).status).toBe(422)
  expect((await change([30, 60, 120, 180], owner)).status).toBe(422)
  expect((await change([60, 2880], owner)).body).toEqual({ minutesBefore: [2880, 60] })
  await notification.until('2026-03-22T15:00:00Z')
  expect(await notification.mails()).toHaveLength(1)
  await notification.until('2026-03-24T13:59:59Z')
  expect(await notification.mails()).toHaveLength(1)
  await change([4320], owner) // three days before is over
  await notification.until('2026-03-24T15:00:00Z')
  expect(await notification.mails()).toHaveLength(1)
  await change([], owner)
  expect((await notification.call(api.readReminders, { params: { businessId } }, { as: owner })).body).toEqual({ minutesBefore: [] }) // prettier-ignore
})

test('whoever has turned reminders off gets none, by the channel that it was', async () => {
  await using notification = await startWithVisit()
  const off = { kind: 'reminder', channel: 'mail', enabled: false } as const
  await notification.call(api.changeNotificationPreferences, { body: { items: [off] } }, { as: notification.cora })
  await notification.until('2026-03-23T15:00:00Z')
  await notification.until('2026-03-24T14:00:00Z')
  expect([await notification.mails(), await notification.texts()]).toMatchObject([{ length: 0 }, { length: 2 }])
})

test('after a server that was away the reminder nearest to the visit comes, once', async () => {
  await using notification = await startWithVisit()
  await notification.until('2026-03-24T14:30:00Z')
  expect(await notification.mails()).toHaveLength(1)
})

test('in the night nobody is texted that a visit of the next day is cancelled, except when it is near', async () => {
  await using notification = await startWithVisit()
  const cancelled = { ...notification.booking(notification.cora), status: 'cancelled' as const, cancelledBy: 'business' as const, version: 3 } // prettier-ignore
  const texts = async () => (await notification.readSms(phone)).filter((text) => text.includes('Canceled'))
  await notification.until('2026-03-21T11:00:00Z') // five in the morning
  await notification.deliver(bookingCancelled, cancelled.id, 3, { ...cancelled, start: '2026-03-21T18:00:00Z' })
  await notification.advance('PT1S')
  expect(await texts()).toEqual([])
  const near = { ...cancelled, id: notification.booking(notification.cora).id, start: '2026-03-21T13:59:00Z' }
  await notification.deliver(bookingCancelled, near.id, 3, near)
  await notification.advance('PT1S')
  expect(await texts()).toHaveLength(1)
  await notification.until('2026-03-21T14:00:01Z')
  expect(await texts()).toHaveLength(2)
})

/** Half past seven in the morning in Boise: its last SMS is planned for one minute to nine in the evening before. */
const early = '2026-03-24T13:30:00Z'

test('an SMS that was due before the night, and is of a visit in the morning, comes in the night where its vendor was down', async () => {
  let isDown = false
  const refuse = () => Promise.reject(new Error('later'))
  const aroundSms = (inner: TextMessages): TextMessages => ({
    ...inner,
    send: (sms) => (isDown ? refuse() : inner.send(sms)),
  })
  await using notification = await startWithVisit({}, { aroundSms })
  await notification.move(early)
  await notification.until('2026-03-24T02:58:59Z')
  expect(await notification.texts(), 'the one of a day before').toHaveLength(1)
  isDown = true
  for (let minute = 0; minute < 20; minute++) await notification.advance('PT1M')
  expect(await notification.texts()).toHaveLength(1)
  isDown = false
  await notification.advance('PT5M')
  expect(await notification.texts()).toHaveLength(2)
})

test('so it does where no server ran', async () => {
  await using notification = await startWithVisit()
  await notification.move(early)
  await notification.until('2026-03-24T02:50:00Z')
  await notification.until('2026-03-24T04:00:00Z')
  expect(await notification.texts()).toHaveLength(2)
})

test('a visit is followed by one invitation to review it, also where it was completed twice', async () => {
  await using notification = await startWithVisit()
  const { booked: booking } = notification
  const completed = { ...booking, status: 'completed' as const, completedBy: 'business' as const }
  await notification.until('2026-03-24T16:00:00Z')
  await notification.deliver(bookingCompleted, booking.id, 3, { ...completed, version: 3 })
  await notification.deliver(bookingReopened, booking.id, 4, { ...booking, version: 4 })
  await notification.deliver(bookingCompleted, booking.id, 5, { ...completed, version: 5 })
  await notification.advance('PT1M')
  await notification.deliver(bookingReopened, booking.id, 6, { ...booking, version: 6 })
  await notification.deliver(bookingCompleted, booking.id, 7, { ...completed, version: 7 })
  await notification.advance('PT1M')
  const subjects = (await notification.inbox('cora@example.com')).map(({ subject }) => subject)
  expect(subjects.filter((subject) => subject.startsWith('How was'))).toHaveLength(1)
})

test('a mail that somebody waits for is not behind the reminders of a town', async () => {
  let delayMs = 0
  await using smtp = await startSmtp(() => '250 well', { delayMs: () => delayMs })
  await using notification = await startWithVisit({ mail: smtp.mail, hasDevInbox: true })
  const book = async (address: string, changes: { start?: string; createdAt: string }) => {
    const booking = { ...notification.booking(await notification.person(address)), ...changes }
    await notification.deliver(bookingConfirmed, booking.id, 2, booking)
  }
  for (let nth = 1; nth < 40; nth++) await book(`cora.${nth}@example.com`, { createdAt: daytime })
  await notification.advance('PT1S')
  smtp.subjects.length = 0
  delayMs = 200
  const sent = notification.until('2026-03-23T15:00:00Z')
  const reminders = notification.db.selectFrom('deliveries').select('id').where('kind', '=', 'booking-reminder').where('channel', '=', 'mail') // prettier-ignore
  await expect.poll(async () => (await reminders.execute()).length, { interval: 10, timeout: 5_000 }).toBe(40)
  const before = smtp.subjects.length
  await book('cleo@example.com', { start: '2026-03-30T15:00:00Z', createdAt: notification.clock().toString() })
  await sent
  expect(smtp.subjects).toHaveLength(41)
  expect(smtp.subjects.findIndex((subject) => !subject.includes('Reminder')) - before).toBeLessThan(16)
})

test('a mail to verify an address leaves at once while 10,000 reminders wait', async () => {
  await using smtp = await startSmtp(() => '250 well', { delayMs: () => 20 })
  await using notification = await startNotifications({ mail: smtp.mail }, { now: daytime })
  const { clock, db } = notification
  const personId = await notification.person('cora@example.com')
  const at = clock().subtract({ minutes: 1 })
  const { start, timeZone, serviceName } = notification.booking(personId)
  const about = { business: 'Third Street Barber', service: serviceName, start, timeZone }
  const request = { personId, kind: 'booking-reminder', preference: 'reminder' as const, about }
  for (let first = 0; first < 10_000; first += 1_000) {
    const thousand = Array.from({ length: 1_000 }, (_, nth) => ({ eventId: `reminder ${first + nth}`, at, request }))
    await db.transaction().execute((tx) => requestMails(tx, thousand))
  }
  const link = { kind: 'verify-email', personId, token: 'secret-token', version: 1 } as const
  await notification.deliver(linkRequested, personId, 1, link)
  await notification.service.runDueJobs() // one batch of each lane
  expect(smtp.subjects).toContain('Verify your email')
  expect(smtp.subjects.length).toBeLessThan(10)
  const { waiting } = await db.selectFrom('jobs').select(sql<number>`count(*)::int`.as('waiting')).where('kind', '=', 'notification.bulk-mail').executeTakeFirstOrThrow() // prettier-ignore
  expect(waiting).toBeGreaterThan(9_990)
})

test('a code by SMS is not behind the reminders of a town', async () => {
  let delayMs = 0
  const sent: string[] = []
  const aroundSms = (inner: TextMessages): TextMessages => ({
    ...inner,
    send: async (sms) => {
      await setTimeout(delayMs)
      sent.push(sms.text)
      return inner.send(sms)
    },
  })
  await using notification = await startWithVisit({}, { aroundSms })
  for (let nth = 1; nth < 40; nth++) {
    const person = await notification.person(`cora.${nth}@example.com`)
    await notification.addNumber(person, `+120855502${nth + 10}`)
    const booking = { ...notification.booking(person), createdAt: daytime }
    await notification.deliver(bookingConfirmed, booking.id, 2, booking)
  }
  const cleo = await notification.person('cleo@example.com')
  await notification.advance('PT1S')
  sent.length = 0
  delayMs = 400
  const all = notification.until('2026-03-23T15:00:00Z')
  const reminders = notification.db.selectFrom('deliveries').select('id').where('kind', '=', 'booking-reminder').where('channel', '=', 'sms') // prettier-ignore
  await expect.poll(async () => (await reminders.execute()).length, { interval: 10, timeout: 5_000 }).toBe(40)
  const before = sent.length
  await notification.call(api.requestSmsNumber, { body: { phone: '+12085550199', consent } }, { as: cleo })
  await all
  expect(sent).toHaveLength(41)
  expect(sent.findIndex((text) => !text.includes('Reminder')) - before).toBeLessThan(20)
})

test('of whoever is erased no reminder waits any more', async () => {
  let isWell = true
  const refuse = () => Promise.reject(new Error('later'))
  await using smtp = await startSmtp(() => (isWell ? '250 well' : '451 later'))
  await using notification = await startWithVisit(
    { mail: smtp.mail, hasDevInbox: true },
    {
      aroundSms: (inner) => ({ ...inner, send: (sms) => (isWell ? inner.send(sms) : refuse()) }),
      aroundPushes: (inner) => ({ ...inner, send: (...push) => (isWell ? inner.send(...push) : refuse()) }),
    },
  )
  const device = { platform: 'android', token: tokenOf('one'), name: 'Pixel 9' } as const
  await notification.call(api.registerDevice, { body: device }, { as: notification.cora })
  await notification.advance('PT1S')
  isWell = false
  await notification.until('2026-03-23T15:00:00Z')
  const waiting = notification.db.selectFrom('jobs').select('kind').where('kind', 'like', 'notification.bulk-%')
  expect((await waiting.orderBy('kind').execute()).map(({ kind }) => kind)).toEqual([
    'notification.bulk-mail',
    'notification.bulk-push',
    'notification.bulk-sms',
  ])
  const erased = { personId: notification.cora, keepReviews: false, version: 2 }
  await notification.deliver(personErased, notification.cora, 2, erased)
  await notification.advance('PT1S')
  expect(await waiting.execute()).toEqual([])
})
