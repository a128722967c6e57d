import { personErased } from '@buy-locals/contracts/auth/events'
import { bookingCancelled, bookingConfirmed, bookingRescheduled } from '@buy-locals/contracts/booking/events'
import * as api from '@buy-locals/contracts/notification/operations'
import type { Id } from '@buy-locals/values/ids'
import { expect, test } from 'vitest'
import { devSmsInbox } from '../src/adapters/dev-sms.ts'
import type { TextMessages } from '../src/sms.ts'
import { consent, daytime, highLimits, startNotifications } from './support.ts'

const phone = '+12085550123'

/** A customer who is texted, and has read the welcome. */
async function startTexting(changes: Parameters<typeof startNotifications>[0] = {}) {
  const notification = await startNotifications(changes, { now: daytime })
  const cora = await notification.person('cora@example.com')
  await notification.addNumber(cora, phone)
  return Object.assign(notification, {
    cora,
    book: async (fields = {}) => {
      const booking = { ...notification.booking(cora), ...fields }
      await notification.deliver(bookingConfirmed, booking.id, 2, booking)
      return booking
    },
    /** Without those about the texting itself. */
    texts: async (to = phone) => (await notification.readSms(to)).filter((text) => /\/s\//.test(text)),
  })
}

const number = async ({ call }: Pick<Awaited<ReturnType<typeof startNotifications>>, 'call'>, as: Id<'person'>) =>
  (await call(api.readSmsNumber, {}, { as })).body

test('whoever has entered the code is texted of a booking, in one SMS whose link leads to it', async () => {
  await using notification = await startTexting()
  const { cora } = notification
  expect(await number(notification, cora)).toMatchObject({
    isOffered: true,
    number: { phone, status: 'active', consentedAt: daytime, consentWording: consent.wording },
  })
  expect((await notification.readSms(phone))[0]).toContain('Reply HELP for help, STOP to end')
  const booking = await notification.book()
  await notification.advance('PT1S')
  const [text = '', ...others] = await notification.texts()
  expect(others).toEqual([])
  expect(text).toMatch(
    /^Buy Locals: Booked\. Haircut at Third Street Barber, Tue, Mar 24, 9:00 AM MDT http:\/\/\S+\/s\/[\w-]{8}$/,
  )
  const { pathname } = new URL(/http\S+/.exec(text)?.[0] ?? '')
  const response = await fetch(notification.url + pathname, { redirect: 'manual' })
  expect([response.status, response.headers.get('location')]).toEqual([302, `/bookings/${booking.id}`])
  expect((await fetch(`${notification.url}/s/nothing1`)).status).toBe(404)
  const rows = await notification.db.selectFrom('deliveries').select(['channel', 'not_sent']).where('person_id', '=', cora).orderBy('channel').execute() // prettier-ignore
  expect(rows).toEqual([{ channel: 'mail', not_sent: null }, { channel: 'sms', not_sent: null }]) // prettier-ignore
})

test('a number gets nothing but a code until that is entered, and a code works five times and ten minutes', async () => {
  await using notification = await startNotifications({}, { now: daytime })
  const cora = await notification.person('cora@example.com')
  const as = { as: cora }
  await notification.call(api.requestSmsNumber, { body: { phone, consent } }, as)
  await notification.advance('PT1S')
  const code = /\d{6}/.exec((await notification.readSms(phone))[0] ?? '')?.[0] ?? ''
  const booking = notification.booking(cora)
  await notification.deliver(bookingConfirmed, booking.id, 2, booking)
  await notification.advance('PT1S')
  expect(await notification.readSms(phone)).toHaveLength(1)
  const wrong = code === '000000' ? '000001' : '000000'
  const enter = async (text: string) => (await notification.call(api.confirmSmsNumber, { body: { code: text } }, as)).problem?.code // prettier-ignore
  for (let tries = 0; tries < 5; tries++) expect(await enter(wrong)).toBe('notification/code-wrong')
  expect(await enter(code), 'it was guessed at too often').toBe('notification/code-wrong')
  await notification.call(api.requestSmsNumber, { body: { phone, consent } }, as)
  await notification.advance('PT10M1S')
  const late = /\d{6}/.exec((await notification.readSms(phone))[0] ?? '')?.[0] ?? ''
  expect(await enter(late)).toBe('notification/code-wrong')
  expect((await number(notification, cora)).number?.status).toBe('unconfirmed')
})

test('codes are limited for each person and each number', async () => {
  await using notification = await startNotifications({}, { now: daytime })
  const [cora, eve] = [await notification.person('cora@example.com'), await notification.person('eve@example.com')]
  const send = (as: Id<'person'>, to: string) =>
    notification.call(api.requestSmsNumber, { body: { phone: to, consent } }, { as })
  for (let n = 0; n < 5; n++) expect((await send(cora, phone)).status).toBe(200)
  expect((await send(cora, '+12085550124')).status).toBe(429)
  expect((await send(eve, phone)).status, 'nobody is pestered by many accounts').toBe(429)
  expect((await send(eve, '+12085550125')).status).toBe(200)
})

test('STOP between queueing and sending sends nothing, START begins again, and HELP explains', async () => {
  await using notification = await startTexting()
  await notification.book()
  await notification.reply(phone, ' Stop! ')
  await notification.advance('PT1M')
  expect(await notification.texts()).toEqual([])
  const sms = notification.db.selectFrom('deliveries').select(['not_sent', 'sent_at']).where('channel', '=', 'sms')
  expect(await sms.execute()).toEqual([{ not_sent: 'stopped', sent_at: null }])
  expect(await notification.db.selectFrom('jobs').select('kind').where('kind', '=', 'notification.sms').execute()).toEqual([]) // prettier-ignore
  expect((await notification.readSms(phone))[0]).toContain('You get no more texts')
  expect((await number(notification, notification.cora)).number?.status).toBe('stopped')
  await notification.book()
  await notification.advance('PT1M')
  expect(await notification.texts()).toEqual([])
  await notification.reply(phone, 'HELP')
  expect((await notification.readSms(phone))[0]).toContain('Reply STOP to end')
  await notification.reply(phone, 'what is this')
  expect((await notification.readSms(phone))[0], 'nobody reads it').toContain('Reply STOP to end')
  await notification.reply(phone, 'start')
  expect((await number(notification, notification.cora)).number?.status).toBe('active')
  await notification.book()
  await notification.advance('PT1M')
  expect(await notification.texts()).toHaveLength(1)
})

test('a STOP that arrives while an SMS is on its way to be sent is seen at the last moment', async () => {
  await using notification = await startTexting()
  await notification.book()
  const [job] = await notification.db.selectFrom('jobs').selectAll().where('kind', '=', 'notification.sms').execute()
  await notification.reply(phone, 'STOP')
  const row = { ...job, payload: JSON.stringify(job?.payload) } as never
  await notification.db.insertInto('jobs').values(row).execute() // a worker had it in its hands
  await notification.db.updateTable('deliveries').set({ not_sent: null }).where('channel', '=', 'sms').execute()
  await notification.advance('PT1M')
  expect(await notification.texts()).toEqual([])
})

test('nobody is texted Booked after Cancelled, nor of a visit that has begun', async () => {
  await using notification = await startTexting()
  const booking = await notification.book()
  const cancelled = { ...booking, status: 'cancelled' as const, cancelledBy: 'business' as const, version: 3 }
  await notification.deliver(bookingCancelled, booking.id, 3, cancelled)
  await notification.advance('PT1S')
  expect(await notification.texts()).toEqual([expect.stringContaining('Canceled. Haircut') as string])
  await notification.book({ start: '2026-03-20T16:00:05Z' })
  await notification.advance('PT1M')
  expect(await notification.texts()).toHaveLength(1)
})

test('whoever turns texts off gets mails alone, and a business gets texts once it has turned them on', async () => {
  await using notification = await startTexting()
  const { owner, cora } = notification
  const choose = (as: Id<'person'>, kind: 'booking-news' | 'booking-moved', enabled: boolean) =>
    notification.call(api.changeNotificationPreferences, { body: { items: [{ kind, channel: 'sms', enabled }] } }, { as }) // prettier-ignore
  await notification.addNumber(owner, '+12085550199')
  await choose(cora, 'booking-news', false)
  const booking = await notification.book()
  const moved = { ...booking, start: '2026-03-25T15:00:00Z', previousStart: booking.start, version: 3 }
  await notification.deliver(bookingRescheduled, booking.id, 3, moved)
  await notification.advance('PT1S')
  expect([await notification.texts(), await notification.texts('+12085550199')]).toEqual([[], []])
  expect(await notification.inbox('cora@example.com')).toHaveLength(2)
  await choose(owner, 'booking-moved', true)
  await notification.deliver(bookingRescheduled, booking.id, 4, { ...moved, version: 4 })
  await notification.advance('PT1S')
  const texts = await notification.texts('+12085550199')
  expect(texts).toEqual([expect.stringMatching(/^Buy Locals: Moved\. Haircut, Wed, Mar 25/) as string])
  expect(texts[0], 'an SMS names no customer').not.toContain('Cora')
})

test('SMS are limited for each business, whoever gets them', async () => {
  await using notification = await startTexting({ limits: { ...highLimits, smsPerBusiness: 1 } })
  const eve = await notification.person('eve@example.com')
  await notification.addNumber(eve, '+12085550177')
  await notification.book()
  await notification.advance('PT1S')
  await notification.book({ consumerId: eve })
  await notification.advance('PT1S')
  expect([await notification.texts(), await notification.texts('+12085550177')]).toEqual([[expect.anything()], []])
})

test('SMS are limited for each number', async () => {
  await using notification = await startTexting({ limits: { ...highLimits, smsPerNumber: 2 } })
  for (let n = 0; n < 3; n++) await notification.book()
  await notification.advance('PT1S')
  expect(await notification.texts()).toHaveLength(2)
  const limited = notification.db.selectFrom('deliveries').select('id').where('not_sent', '=', 'limited')
  expect(await limited.execute()).toHaveLength(1)
  expect(await notification.inbox('cora@example.com'), 'mails are another matter').toHaveLength(3)
})

test('a vendor that is down for an hour loses no SMS, doubles none, and delays no mail', async () => {
  let [isDown, tries] = [false, 0]
  const sms: TextMessages = {
    repliesToKeywords: true,
    send: async (one) => {
      tries += 1
      if (isDown) throw new Error('503')
      return devSmsInbox(notification.db, notification.clock).send(one)
    },
  }
  await using notification = await startNotifications({ sms }, { now: daytime })
  const cora = await notification.person('cora@example.com')
  await notification.addNumber(cora, phone)
  isDown = true
  const booking = notification.booking(cora)
  await notification.deliver(bookingConfirmed, booking.id, 2, booking)
  for (let minute = 0; minute < 60; minute++) await notification.advance('PT1M')
  expect(await notification.inbox('cora@example.com')).toHaveLength(1)
  expect(tries).toBeGreaterThan(5)
  isDown = false
  for (let minute = 0; minute < 70; minute++) await notification.advance('PT1M')
  const texts = (await notification.readSms(phone)).filter((text) => text.includes('Booked'))
  expect(texts).toHaveLength(1)
})

test('without a vendor no SMS are offered, and none can be chosen', async () => {
  await using notification = await startNotifications({ sms: undefined })
  const cora = await notification.person('cora@example.com')
  expect(await number(notification, cora)).toEqual({ isOffered: false })
  const { items } = (await notification.call(api.readNotificationPreferences, {}, { as: cora })).body
  expect(items.filter(({ channel }) => channel === 'sms')).toEqual([])
  const refused = await notification.call(api.requestSmsNumber, { body: { phone, consent } }, { as: cora })
  expect(refused.problem?.code).toBe('notification/sms-off')
})

test('whoever removes the number or is erased is texted no more, and the STOP of a number outlives them', async () => {
  await using notification = await startTexting()
  const { cora, db } = notification
  await notification.book()
  await notification.call(api.removeSmsNumber, {}, { as: cora })
  await notification.advance('PT1M')
  expect(await notification.texts()).toEqual([])
  expect(await number(notification, cora)).toEqual({ isOffered: true })
  await notification.addNumber(cora, phone)
  await notification.reply(phone, 'STOP')
  await notification.deliver(personErased, cora, 2, { personId: cora, keepReviews: false, version: 2 })
  await notification.advance('PT1M')
  for (const table of ['sms_numbers', 'short_links', 'dev_sms'] as const)
    expect([table, await db.selectFrom(table).selectAll().execute()]).toEqual([table, []])
  const eve = await notification.person('eve@example.com')
  await notification.addNumber(eve, phone)
  expect(await notification.readSms(phone)).toEqual([])
  expect((await number(notification, eve)).number?.status).toBe('stopped')
})

test('a page elsewhere cannot reply for the phone of the demonstration', async () => {
  await using notification = await startTexting()
  const response = await fetch(`${notification.url}/dev/inbox/sms`, {
    method: 'POST',
    headers: { origin: 'https://evil.example' },
    body: new URLSearchParams({ from: phone, text: 'STOP' }),
  })
  expect(response.status).toBe(403)
  expect((await number(notification, notification.cora)).number?.status).toBe('active')
})
