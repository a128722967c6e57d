import { personErased, sessionEnded } from '@buy-locals/contracts/auth/events'
import { bookingCancelled, bookingCompleted, bookingConfirmed } from '@buy-locals/contracts/booking/events'
import * as api from '@buy-locals/contracts/notification/operations'
import { newId } from '@buy-locals/values/ids'
import { expect, test } from 'vitest'
import { exportPerson } from '../src/use-cases/export-person.ts'
import { pushError, startPushing, tokenOf } from './pushing.ts'
import { highLimits } from './support.ts'

const shown = 'Booking confirmed: Third Street Barber\nTue, Mar 24, 9:00 AM MDT'

test('whoever has registered a phone reads of a booking there, once, and nothing that nobody beside them may read', async () => {
  await using notification = await startPushing()
  const { cora } = notification
  const { body: device } = await notification.register(cora, 'one')
  expect(device).toMatchObject({ platform: 'android', name: 'Phone one' })
  const booking = await notification.book()
  await notification.deliver(bookingConfirmed, booking.id, 2, booking)
  await notification.advance('PT1S')
  expect(await notification.pushes('one')).toEqual([shown])
  const { body } = await notification.call(api.listDevices, {}, { as: cora })
  expect(body).toMatchObject({ isOffered: true, isDemonstration: true, items: [{ id: device.id }] })
  expect(JSON.stringify(body)).not.toContain(tokenOf('one'))
  const rows = notification.db.selectFrom('deliveries').select(['channel', 'not_sent', 'devices']).where('person_id', '=', cora) // prettier-ignore
  expect(await rows.orderBy('channel').execute()).toEqual([
    { channel: 'mail', not_sent: null, devices: [] },
    { channel: 'push', not_sent: null, devices: [device.id] },
  ])
})

test('without a phone nothing is pushed, and every phone of a person gets it', async () => {
  await using notification = await startPushing()
  await notification.book()
  const { db, cora } = notification
  expect(await db.selectFrom('deliveries').select('id').where('channel', '=', 'push').execute()).toEqual([])
  await notification.register(cora, 'one')
  await notification.register(cora, 'two', 'ios')
  await notification.book()
  expect([await notification.pushes('one'), await notification.pushes('two')]).toEqual([[shown], [shown]])
})

test('a phone that registers twice is one, and one that somebody else registers is theirs from then on', async () => {
  await using notification = await startPushing()
  const { cora, call } = notification
  const first = await notification.register(cora, 'one')
  expect((await notification.register(cora, 'one')).body.id).toBe(first.body.id)
  const eve = await notification.person('eve@example.com', 'Eve Hill')
  const second = await notification.register(eve, 'one')
  expect(second.body.id).not.toBe(first.body.id)
  expect((await call(api.listDevices, {}, { as: cora })).body.items).toEqual([])
  await notification.book()
  expect(await notification.pushes('one')).toEqual([])
  const foreign = await call(api.removeDevice, { params: { deviceId: second.body.id } }, { as: cora })
  expect(foreign.problem?.code).toBe('not-found')
  expect((await call(api.removeDevice, { params: { deviceId: second.body.id } }, { as: eve })).status).toBe(204)
  expect(await notification.db.selectFrom('devices').selectAll().execute()).toEqual([])
})

test('a push that waits while a phone passes to somebody else is not shown to them', async () => {
  await using notification = await startPushing({ now: '2026-03-21T04:00:00Z' }) // ten at night in Boise
  const { cora } = notification
  await notification.register(cora, 'one')
  await notification.book()
  expect(await notification.pushes('one')).toEqual([])
  const eve = await notification.person('eve@example.com', 'Eve Hill')
  await notification.register(eve, 'one')
  await notification.advance('PT12H')
  expect(await notification.pushes('one')).toEqual([])
  const row = notification.db.selectFrom('deliveries').select('not_sent').where('channel', '=', 'push')
  expect(await row.execute()).toEqual([{ not_sent: 'no-device' }])
})

test('a person has ten phones, the ones seen last, also when many register at the same moment', async () => {
  await using notification = await startPushing()
  const { cora } = notification
  const names = Array.from({ length: 14 }, (_, n) => `n${n}`)
  for (const name of names.slice(0, 4)) await notification.register(cora, name)
  await notification.advance('PT1M')
  const all = await Promise.all(names.slice(4).map((name) => notification.register(cora, name)))
  expect(all.map(({ status }) => status)).toEqual(all.map(() => 201))
  const rows = await notification.db.selectFrom('devices').select('token').execute()
  const expected = names.slice(4).map(tokenOf)
  expect(rows.map(({ token }) => token).toSorted((a, b) => a.localeCompare(b))).toEqual(
    expected.toSorted((a, b) => a.localeCompare(b)),
  )
})

test('registrations in a day are limited', async () => {
  await using notification = await startPushing({ deviceLimit: { points: 2, seconds: 86_400 } })
  const { cora } = notification
  for (const name of ['one', 'two']) expect((await notification.register(cora, name)).status).toBe(201)
  expect((await notification.register(cora, 'three')).status).toBe(429)
})

test.each([
  ['a token that is too short', { platform: 'android', token: 'x'.repeat(31) }],
  ['a token that is too long', { platform: 'android', token: 'x'.repeat(2_001) }],
  ['a token with a line break', { platform: 'android', token: `${'x'.repeat(40)}\n` }],
  ['a token of Google for an iPhone', { platform: 'ios', token: 'x'.repeat(64) }],
  ['a platform that nobody has', { platform: 'windows', token: 'x'.repeat(64) }],
  ['a name that is a text', { platform: 'android', token: 'x'.repeat(64), name: 'x'.repeat(61) }],
])('%s is refused', async (_, body) => {
  await using notification = await startPushing()
  const { status } = await notification.call(api.registerDevice, { body: body as never }, { as: notification.cora })
  expect(status).toBe(422)
})

test('where a session ends, its phone gets no more pushes', async () => {
  await using notification = await startPushing()
  const { cora, db } = notification
  const sessionId = newId('session')
  await notification.register(cora, 'one')
  await notification.register(cora, 'two')
  await db.updateTable('devices').set({ session_id: sessionId }).where('token', '=', tokenOf('one')).execute()
  const ended = { sessionId, personId: cora, endedAt: notification.clock().toString(), version: 1 }
  await notification.deliver(sessionEnded, sessionId, 1, ended)
  await notification.book()
  expect([await notification.pushes('one'), await notification.pushes('two')]).toEqual([[], [shown]])
})

test('pushes are chosen by kind, and STOP is of texts alone', async () => {
  await using notification = await startPushing()
  const { cora } = notification
  await notification.register(cora, 'one')
  await notification.addNumber(cora, '+12085550123')
  await notification.reply('+12085550123', 'STOP')
  await notification.book()
  expect(await notification.pushes('one')).toHaveLength(1)
  const items = [{ kind: 'booking-news' as const, channel: 'push' as const, enabled: false }]
  await notification.call(api.changeNotificationPreferences, { body: { items } }, { as: cora })
  await notification.book()
  expect(await notification.pushes('one')).toHaveLength(1)
})

test('a business reads of bookings without a name, and nobody of Booked after Cancelled', async () => {
  await using notification = await startPushing()
  const { owner, cora } = notification
  await notification.register(owner, 'shop')
  await notification.register(cora, 'one')
  const booking = { ...notification.booking(cora) }
  await notification.deliver(bookingConfirmed, booking.id, 2, booking)
  const cancelled = { ...booking, status: 'cancelled' as const, cancelledBy: 'consumer' as const, version: 3 }
  await notification.deliver(bookingCancelled, booking.id, 3, cancelled)
  await notification.advance('PT1S')
  expect(await notification.pushes('shop')).toEqual([expect.stringMatching(/^A customer canceled: /)])
  expect(await notification.pushes('one')).toEqual([expect.stringMatching(/^Your booking was canceled: /)])
  await notification.book()
  expect((await notification.pushes('shop'))[0]).toMatch(/^New booking: Third Street Barber\n/)
})

test('at night a push waits for the morning, and what comes after a visit is pushed after it', async () => {
  await using notification = await startPushing({ now: '2026-03-21T04:00:00Z' })
  await notification.register(notification.cora, 'one')
  const booking = await notification.book()
  expect(await notification.pushes('one')).toEqual([])
  await notification.advance('PT10H')
  expect(await notification.pushes('one')).toEqual([shown])
  await notification.advance('P4D')
  const completed = { ...booking, status: 'completed' as const, completedBy: 'business' as const, version: 3 }
  await notification.deliver(bookingCompleted, booking.id, 3, completed)
  await notification.advance('PT12H')
  expect((await notification.pushes('one'))[0]).toMatch(/^How was your visit\?: /)
})

test('a customer is reminded on their phone, and not of a visit that was moved', async () => {
  await using notification = await startPushing()
  await notification.register(notification.cora, 'one')
  await notification.book()
  await notification.advance('P3D')
  await notification.advance('PT1S')
  expect((await notification.pushes('one'))[0]).toMatch(/^Your visit is coming up: Third Street Barber\n/)
  expect(await notification.pushes('one')).toHaveLength(2)
})

test('a phone whose app is gone is removed, and the others of its person still get the push', async () => {
  const forgotten: string[] = []
  await using notification = await startPushing({}, (inner) => ({
    ...inner,
    send: async (address, message) => {
      if (address.includes(tokenOf('gone'))) throw pushError({ isGone: true })
      await inner.send(address, message)
    },
    remove: async (address) => void forgotten.push(address),
  }))
  const { cora } = notification
  await notification.register(cora, 'gone')
  await notification.register(cora, 'one')
  await notification.book()
  expect(await notification.pushes('one')).toEqual([shown])
  const { items } = (await notification.call(api.listDevices, {}, { as: cora })).body
  expect(items.map(({ name }) => name)).toEqual(['Phone one'])
  await notification.advance('PT1S')
  expect(forgotten).toEqual([`android ${tokenOf('gone')}`])
})

test('an address that the vendor does not have is made anew, and the push is not lost', async () => {
  let made = 0
  await using notification = await startPushing({}, (inner) => ({
    ...inner,
    register: async (device) => {
      made += 1
      return inner.register(device)
    },
    send: async (address, message) => {
      if (made < 2) throw pushError({ isUnregistered: true })
      await inner.send(address, message)
    },
  }))
  await notification.register(notification.cora, 'one')
  await notification.advance('PT1S')
  await notification.book()
  await notification.advance('PT10S')
  expect([made, await notification.pushes('one')]).toEqual([2, [shown]])
})

test('of two phones of which one fails, each gets the push once', async () => {
  let isDown = true
  const sent: string[] = []
  await using notification = await startPushing({}, (inner) => ({
    ...inner,
    send: async (address, message) => {
      if (isDown && address.includes(tokenOf('two'))) throw pushError({})
      sent.push(address)
      await inner.send(address, message)
    },
  }))
  const { cora } = notification
  await notification.register(cora, 'one')
  await notification.register(cora, 'two')
  await notification.book()
  for (let minute = 0; minute < 10; minute++) await notification.advance('PT1M')
  isDown = false
  for (let minute = 0; minute < 60; minute++) await notification.advance('PT1M')
  expect(sent).toEqual([`android ${tokenOf('one')}`, `android ${tokenOf('two')}`])
})

test('without a vendor no pushes are offered, and none can be chosen', async () => {
  await using notification = await startPushing({ pushMessages: undefined })
  const { cora, call } = notification
  expect((await call(api.listDevices, {}, { as: cora })).body).toMatchObject({ isOffered: false, items: [] })
  expect((await notification.register(cora, 'one')).problem?.code).toBe('notification/push-off')
  const { items } = (await call(api.readNotificationPreferences, {}, { as: cora })).body
  expect(items.filter(({ channel }) => channel === 'push')).toEqual([])
})

test('whoever is erased leaves no phone and no push, here or at the vendor', async () => {
  const forgotten: string[] = []
  await using notification = await startPushing({}, (inner) => ({
    ...inner,
    remove: async (address) => void forgotten.push(address),
  }))
  const { cora, db } = notification
  await notification.register(cora, 'one')
  await notification.book()
  const exported = await exportPerson({ db }, cora)
  expect(JSON.stringify(exported)).toContain(tokenOf('one'))
  await notification.deliver(personErased, cora, 2, { personId: cora, keepReviews: false, version: 2 })
  await notification.advance('PT1S')
  for (const table of ['devices', 'dev_pushes'] as const)
    expect([table, await db.selectFrom(table).selectAll().execute()]).toEqual([table, []])
  expect(forgotten).toEqual([`android ${tokenOf('one')}`])
})

test('the dev inbox shows mails, SMS and pushes side by side', async () => {
  await using notification = await startPushing()
  await notification.register(notification.cora, 'one')
  await notification.book()
  const page = await (await fetch(`${notification.url}/dev/inbox`, { headers: { accept: 'text/html' } })).text()
  expect(page.match(/<h2>\w+<\/h2>/g)).toEqual(['<h2>Mails</h2>', '<h2>SMS</h2>', '<h2>Pushes</h2>'])
  expect(page).toContain('<strong>Booking confirmed</strong>')
})

const reasons = async ({ db }: Pick<Awaited<ReturnType<typeof startPushing>>, 'db'>) => {
  const rows = db.selectFrom('deliveries').select('not_sent').where('channel', '=', 'push').orderBy('requested_at')
  return (await rows.orderBy('id').execute()).map(({ not_sent: reason }) => reason)
}

test('pushes are limited for each person and each business, each in a day of 24 hours', async () => {
  const limits = { ...highLimits, pushesPerPerson: 2, pushesPerBusiness: 3 }
  await using notification = await startPushing({ limits })
  const { cora } = notification
  const eve = await notification.person('eve@example.com', 'Eve Hill')
  for (const [person, name] of [[cora, 'one'], [cora, 'two'], [eve, 'three']] as const) await notification.register(person, name) // prettier-ignore
  for (let n = 0; n < 3; n++) await notification.book()
  expect(await notification.pushes('one'), 'however many phones they have').toHaveLength(2)
  expect(await notification.pushes('two')).toHaveLength(2)
  for (let n = 0; n < 2; n++) await notification.book({ consumerId: eve })
  expect(await notification.pushes('three'), 'the business has its own limit').toHaveLength(1)
  expect(await reasons(notification)).toEqual([null, null, 'limited', null, 'limited'])
  await notification.advance('PT24H')
  await notification.book({ consumerId: eve })
  expect(await notification.pushes('three')).toHaveLength(2)
})

test('a push that is tried again counts once', async () => {
  let isDown = true
  await using notification = await startPushing({ limits: { ...highLimits, pushesPerPerson: 1 } }, (inner) => ({
    ...inner,
    send: async (address, message) => {
      if (isDown) throw pushError({})
      await inner.send(address, message)
    },
  }))
  await notification.register(notification.cora, 'one')
  await notification.book()
  for (let minute = 0; minute < 5; minute++) await notification.advance('PT1M')
  isDown = false
  for (let minute = 0; minute < 10; minute++) await notification.advance('PT1M')
  expect(await notification.pushes('one')).toEqual([shown])
})
