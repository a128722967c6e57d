import { personErased } from '@buy-locals/contracts/auth/events'
import { bookingCancelled, bookingConfirmed } from '@buy-locals/contracts/booking/events'
import * as api from '@buy-locals/contracts/notification/operations'
import { newId, type Id } from '@buy-locals/values/ids'
import { expect, test } from 'vitest'
import { startSmtp } from './smtp.ts'
import { startNotifications } from './support.ts'

async function startRefusing(refuse: (recipient: string) => boolean, reply = () => '550 5.1.1 no such address') {
  const smtp = await startSmtp((to) => (refuse(to) ? reply() : '250 well'))
  const notification = await startNotifications({ mail: smtp.mail })
  const stop = notification[Symbol.asyncDispose]
  const readNotices = async (as: Id<'person'>) => {
    const { body } = await notification.call(api.listNotifications, { query: { limit: 20 } }, { as })
    const { items } = body as { items: { kind: string; link?: string; about: Record<string, unknown> }[] }
    return items.filter(({ kind }) => kind === 'customer-unreached')
  }
  const bookAndCancel = async (personId: Id<'person'>) => {
    const booking = notification.booking(personId)
    await notification.deliver(bookingConfirmed, booking.id, 2, booking)
    await notification.advance('PT1S')
    await notification.deliver(bookingCancelled, booking.id, 3, { ...booking, version: 3, status: 'cancelled' })
    await notification.advance('PT1S')
    return booking
  }
  return Object.assign(notification, {
    readNotices,
    bookAndCancel,
    [Symbol.asyncDispose]: async () => {
      await stop()
      await smtp[Symbol.asyncDispose]()
    },
  })
}

test('owners and managers read once of each booking that its customer was not reached, and nobody else does', async () => {
  await using notification = await startRefusing((to) => to.startsWith('gone@'))
  const [manager, staff, other] = [newId('person'), newId('person'), newId('person')]
  await notification.member(manager, notification.businessId, 'manager')
  await notification.member(staff, notification.businessId, 'staff')
  await notification.member(other, newId('business'), 'owner')
  const cora = await notification.person('gone@example.com')
  const booking = await notification.bookAndCancel(cora)
  await notification.bookAndCancel(await notification.person('dora@example.com'))
  const about = { business: 'Third Street Barber', service: 'Haircut', start: booking.start, timeZone: booking.timeZone, by: 'Cora Lane' } // prettier-ignore
  for (const reader of [notification.owner, manager])
    expect(await notification.readNotices(reader)).toMatchObject([{ about, link: `/dashboard/bookings/${booking.id}` }])
  expect((await notification.readNotices(manager))[0]?.about).toEqual(about)
  for (const stranger of [staff, other, cora]) expect(await notification.readNotices(stranger)).toEqual([])
})

const outcomesOf = async ({ db }: Awaited<ReturnType<typeof startRefusing>>, personId: Id<'person'>) => {
  const rows = await db.selectFrom('deliveries').select('not_sent').where('person_id', '=', personId).orderBy('id').execute() // prettier-ignore
  return rows.map(({ not_sent }) => not_sent)
}

test('where nobody is there for certain, nothing more is sent', async () => {
  await using notification = await startRefusing(() => true)
  const cora = await notification.person('Gone@example.com')
  await notification.bookAndCancel(cora)
  expect(await outcomesOf(notification, cora)).toEqual(['refused', 'bounced'])
})

test('a refusal because of something about a mailbox stops mails on its third day, and not when it comes often in one', async () => {
  await using notification = await startRefusing(
    () => true,
    () => '550 5.2.1 not now',
  )
  const cora = await notification.person('cora@example.com')
  const suppressed = () => notification.db.selectFrom('suppressed_addresses').select('reason').execute()
  for (let day = 0; day < 3; day++) {
    expect(await suppressed()).toEqual([])
    await notification.bookAndCancel(cora)
    await notification.advance('PT24H')
  }
  expect(await suppressed()).toEqual([{ reason: 'bounce' }])
  expect(await outcomesOf(notification, cora)).toEqual([...Array<string>(5).fill('refused'), 'bounced'])
})

test.each(['550 blocked', '550 5.7.1 blocked', '554 5.7.0 our list has you', '550 5.0.0 denied', '553 not allowed'])(
  'a server that refuses ours with %j for a week stops no address: once it takes mails again they arrive',
  async (reply) => {
    let isTaken = false
    await using notification = await startRefusing(
      () => !isTaken,
      () => reply,
    )
    const cora = await notification.person('cora@example.com')
    for (let day = 0; day < 7; day++) {
      await notification.bookAndCancel(cora)
      await notification.advance('PT24H')
    }
    expect(await notification.readNotices(notification.owner), 'its business reads of each').toHaveLength(7)
    isTaken = true
    await notification.bookAndCancel(cora)
    expect(await outcomesOf(notification, cora)).toEqual([...Array<string>(14).fill('refused'), null, null])
    expect(await notification.db.selectFrom('suppressed_addresses').select('reason').execute()).toEqual([])
  },
)

test('a mail that is taken in between, or a month, is a new beginning', async () => {
  let isTaken = false
  await using notification = await startRefusing(
    () => !isTaken,
    () => '550 5.2.1 not now',
  )
  const cora = await notification.person('cora@example.com')
  const days = async (count: number) => {
    for (let day = 0; day < count; day++) {
      await notification.bookAndCancel(cora)
      await notification.advance('PT24H')
    }
  }
  await days(2)
  isTaken = true
  await days(1)
  isTaken = false
  await days(2)
  await notification.advance('PT744H') // 31 days
  await days(2)
  expect(await notification.db.selectFrom('suppressed_addresses').selectAll().execute()).toEqual([])
  expect(await notification.db.selectFrom('refused_addresses').select('refused_on').execute(), 'what counts no more is deleted').toHaveLength(2) // prettier-ignore
})

test('an address that came back before is stopped again by one refusal because of something about its mailbox', async () => {
  let reply = '550 5.1.1 no such address'
  await using notification = await startRefusing(
    () => true,
    () => reply,
  )
  const cora = await notification.person('cora@example.com')
  await notification.bookAndCancel(cora)
  reply = '550 5.2.1 not now'
  expect((await notification.call(api.resumeMail, {}, { as: cora })).body).toEqual({ status: 'active' })
  await notification.advance('PT11S')
  expect((await notification.call(api.readMailAddress, {}, { as: cora })).body).toEqual({ status: 'bounced' })
})

test('a server that is down for now is no reason to call anybody', async () => {
  await using notification = await startRefusing(
    () => true,
    () => '451 4.7.1 later',
  )
  await notification.bookAndCancel(await notification.person('cora@example.com'))
  expect(await notification.readNotices(notification.owner)).toEqual([])
})

test('whoever was erased is no longer named where they were not reached', async () => {
  await using notification = await startRefusing(() => true)
  const cora = await notification.person('gone@example.com')
  await notification.bookAndCancel(cora)
  await notification.deliver(personErased, cora, 2, { personId: cora, keepReviews: false, version: 2 })
  await notification.advance('PT1S')
  const [notice] = await notification.readNotices(notification.owner)
  expect(notice?.about['by']).toBe('Former customer')
})
