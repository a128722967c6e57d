import {
  bookingCancelled,
  bookingConfirmed,
  bookingNoShow,
  bookingReopened,
  bookingRescheduleExpired,
  bookingRescheduleHeld,
} from '@buy-locals/contracts/booking/events'
import { personErased } from '@buy-locals/contracts/auth/events'
import { createLog } from '@buy-locals/service-kit/log'
import { statementsOf } from '@buy-locals/service-kit/testing/statements'
import { expect, test } from 'vitest'
import { devInbox } from '../src/adapters/dev-inbox.ts'
import { isPerhapsSent, type Message } from '../src/mail.ts'
import { startSmtp } from './smtp.ts'
import { startNotifications } from './support.ts'

type Running = Awaited<ReturnType<typeof startNotifications>>

const linesInto = (lines: string[]) => createLog({ destination: { write: (line) => void lines.push(line) } })
const dueMails = ({ db }: Running) =>
  db.selectFrom('jobs').select('id').where('kind', '=', 'notification.mail').execute()
async function book(notification: Running) {
  const booking = notification.booking(await notification.person('cora@example.com'))
  await notification.deliver(bookingConfirmed, booking.id, 2, booking)
  await notification.advance('PT1S')
}
const deliveries = ({ db }: Running) =>
  db.selectFrom('deliveries').select(['kind', 'not_sent', 'sent_at']).orderBy('id').execute()

test('an address that the mail server refuses for good is given up at once, and no log has it', async () => {
  const lines: string[] = []
  await using smtp = await startSmtp((to) => `550 5.1.1 <${to}>: Recipient address rejected`)
  await using notification = await startNotifications({ mail: smtp.mail, log: linesInto(lines) })
  const booking = notification.booking(await notification.person('ada.lovelace@example.com', 'Ada Lovelace'))
  await notification.deliver(bookingConfirmed, booking.id, 2, booking)
  await notification.advance('PT1S')
  expect(await dueMails(notification)).toEqual([])
  expect(await deliveries(notification)).toEqual([{ kind: 'booking-confirmed', not_sent: 'refused', sent_at: null }])
  expect(lines.join('')).toContain('550')
  expect(lines.join('')).not.toMatch(/lovelace|example\.com/i)
})

test('what decides whether mails go out that are due together is one statement, and so is their count', async () => {
  await using smtp = await startSmtp(() => '250 well')
  await using notification = await startNotifications({ mail: smtp.mail })
  const statementsFor = async (mails: number) => {
    for (let nth = 0; nth < mails; nth++) {
      const booking = notification.booking(await notification.person(`ada.${mails}.${nth}@example.com`))
      await notification.deliver(bookingConfirmed, booking.id, 2, booking)
    }
    const statements = await statementsOf(() => notification.advance('PT1S'))
    return statements.filter((text) => !text.includes('jobs'))
  }
  await statementsFor(1) // beside what the cleanup of the day takes
  const statements = await statementsFor(3)
  expect(statements.filter((text) => text.includes('from deliveries'))).toHaveLength(1)
  expect(statements.filter((text) => text.includes('count_messages'))).toHaveLength(1)
  expect(statements.length).toBeLessThanOrEqual(5) // that they were sent, as each is
  expect(smtp.subjects).toHaveLength(4)
})

test('a mail server that refuses for now is tried again for a day, and no log has the address', async () => {
  const lines: string[] = []
  await using smtp = await startSmtp((to) => `451 4.7.1 <${to}>: try again later`)
  await using notification = await startNotifications({ mail: smtp.mail, log: linesInto(lines) })
  const booking = notification.booking(await notification.person('ada.lovelace@example.com', 'Ada Lovelace'))
  await notification.deliver(bookingConfirmed, booking.id, 2, booking)
  for (let hour = 0; hour < 24; hour++) await notification.advance('PT1H')
  expect(await dueMails(notification)).toHaveLength(1)
  expect(smtp.attempts()).toBeGreaterThan(10)
  for (let hour = 0; hour < 2; hour++) await notification.advance('PT1H')
  expect(await dueMails(notification)).toEqual([])
  expect(await deliveries(notification)).toEqual([{ kind: 'booking-confirmed', not_sent: 'unanswered', sent_at: null }])
  expect(lines.join('')).toContain('451')
  expect(lines.join('')).not.toMatch(/lovelace|example\.com/i)
})

test('nobody reads Booked after Cancelled, however the mail server behaves', async () => {
  let isWell = false
  await using smtp = await startSmtp(() => (isWell ? '250 well' : '451 later'))
  await using notification = await startNotifications({ mail: smtp.mail })
  const booking = notification.booking(await notification.person('cora@example.com'))
  await notification.deliver(bookingConfirmed, booking.id, 2, booking)
  await notification.advance('PT1S')
  isWell = true
  await notification.deliver(bookingCancelled, booking.id, 3, { ...booking, version: 3, status: 'cancelled' })
  await notification.advance('PT1M')
  expect(smtp.subjects).toEqual(['Canceled: Haircut at Third Street Barber'])
  expect(await deliveries(notification)).toMatchObject([
    { kind: 'booking-confirmed', not_sent: 'superseded', sent_at: null },
    { kind: 'booking-cancelled', not_sent: null },
  ])
})

test('nobody reads Pay by after that time, however the mail server behaves', async () => {
  let isWell = false
  await using smtp = await startSmtp(() => (isWell ? '250 well' : '451 later'))
  await using notification = await startNotifications({ mail: smtp.mail })
  const booking = notification.booking(await notification.person('cora@example.com'))
  const usd = (amount: number) => ({ amount, currency: 'USD' as const })
  const time = { start: '2026-03-25T15:00:00Z', end: '2026-03-25T15:30:00Z', holdExpiresAt: '2026-03-20T08:10:00Z' }
  const heldMove = { version: 3, ...time, price: usd(6000), deposit: usd(6000), due: usd(1500) }
  await notification.deliver(bookingRescheduleHeld, booking.id, 3, { ...booking, version: 3, heldMove })
  for (let minute = 0; minute < 10; minute++) await notification.advance('PT1M')
  isWell = true
  await notification.deliver(bookingRescheduleExpired, booking.id, 4, { ...booking, version: 4 })
  await notification.advance('PT1H')
  expect(smtp.subjects).toEqual(['Time not changed: Haircut at Third Street Barber'])
  expect(await deliveries(notification)).toMatchObject([
    { kind: 'move-held', not_sent: 'superseded' },
    { kind: 'move-expired', not_sent: null },
  ])
})

test('the mail about a no-show waits ten minutes, and one that is undone by then is never sent', async () => {
  await using smtp = await startSmtp(() => '250 well')
  await using notification = await startNotifications({ mail: smtp.mail })
  for (const isUndone of [true, false]) {
    const booking = notification.booking(await notification.person(`cora-${isUndone}@example.com`))
    await notification.deliver(bookingNoShow, booking.id, 3, { ...booking, version: 3, status: 'no-show' })
    await notification.advance('PT9M59S')
    expect(smtp.subjects).toEqual([])
    if (isUndone) await notification.deliver(bookingReopened, booking.id, 4, { ...booking, version: 4 })
    await notification.advance('PT1S')
  }
  expect(smtp.subjects).toEqual(['Marked as no-show: Haircut at Third Street Barber'])
})

test('a mail of an earlier release, which names no version, is sent whatever has happened since', async () => {
  let isWell = false
  await using smtp = await startSmtp(() => (isWell ? '250 well' : '451 later'))
  await using notification = await startNotifications({ mail: smtp.mail })
  const booking = notification.booking(await notification.person('cora@example.com'))
  await notification.deliver(bookingConfirmed, booking.id, 2, booking)
  const { payload } = await notification.db.selectFrom('jobs').select('payload').where('kind', '=', 'notification.mail').executeTakeFirstOrThrow() // prettier-ignore
  const { notifiedVersion: _, ...old } = payload as Record<string, unknown>
  await notification.db.updateTable('jobs').set({ payload: JSON.stringify(old) }).where('kind', '=', 'notification.mail').execute() // prettier-ignore
  await notification.advance('PT1S')
  isWell = true
  await notification.deliver(bookingCancelled, booking.id, 3, { ...booking, version: 3, status: 'cancelled' })
  await notification.advance('PT1M')
  expect(smtp.subjects).toHaveLength(2)
})

test('a mail server that never answers holds nobody up for longer than we have patience, and is asked by few at a time', async () => {
  const patience = { connectMs: 300, responseMs: 300, mailMs: 1_500 }
  await using smtp = await startSmtp(() => '250 well', { isSilent: () => true, patience })
  const began = performance.now()
  const message = { to: 'cora@example.com', subject: 'x', text: 'x' }
  const mails = Array.from({ length: 20 }, (_, n) => smtp.mail.send({ ...message, id: `ntf_${n}` }))
  const outcomes = await Promise.allSettled(mails)
  expect(performance.now() - began).toBeLessThan(20_000) // and not for ever
  for (const outcome of outcomes) expect(outcome).toMatchObject({ status: 'rejected', reason: { isPermanent: false } })
  expect(smtp.mostSockets()).toBeLessThanOrEqual(5)
})

test('a mail server that hangs up before it says whether it took a mail is sent the same mail again, by its job alone', async () => {
  let drops = true
  await using smtp = await startSmtp(() => '250 well', { hangsUpAt: () => (drops ? '.' : undefined) })
  await using notification = await startNotifications({ mail: smtp.mail })
  await book(notification)
  await new Promise((done) => setTimeout(done, 1_500)) // a connection that tries again does so within a second
  await notification.advance('PT59M')
  expect(smtp.messageIds).toHaveLength(1)
  drops = false
  await notification.advance('PT1M')
  expect(smtp.messageIds).toHaveLength(2)
  expect(new Set(smtp.messageIds).size).toBe(1)
  expect(await deliveries(notification)).toMatchObject([{ not_sent: null, sent_at: expect.anything() as unknown }])
})

const briefly = { connectMs: 10_000, responseMs: 1_000, mailMs: 30_000 }

test.each([
  ['hangs up when it has a mail', { hangsUpAt: () => '.' as const }],
  ['never says whether it has a mail', { delayMs: () => 5_000, patience: briefly }],
  ['takes longer for a mail than we have patience', { delayMs: () => 5_000, patience: { ...briefly, responseMs: 30_000, mailMs: 1_000 } }], // prettier-ignore
])('a mail server that %s is sent it four times at most, once an hour', async (_, manners) => {
  await using smtp = await startSmtp(() => '250 well', manners)
  await using notification = await startNotifications({ mail: smtp.mail })
  await book(notification)
  for (let minute = 0; minute < 50; minute += 10) await notification.advance('PT10M')
  expect(smtp.attempts()).toBe(1)
  for (let quarter = 0; quarter < 4 * 24; quarter++) await notification.advance('PT15M')
  expect(smtp.attempts()).toBe(4)
  await expect.poll(() => smtp.letters).toHaveLength(4)
  expect(await deliveries(notification)).toMatchObject([{ not_sent: 'unanswered', sent_at: null }])
})

test.each([
  ['hangs up at the recipient', { hangsUpAt: () => 'RCPT TO' as const }, '250 well'],
  ['hangs up before a mail', { hangsUpAt: () => 'DATA' as const }, '250 well'],
  ['is down', { isDown: () => true }, '250 well'],
  ['refuses for now', {}, '451 later'],
])('a mail server that %s has taken nothing, and is tried again every five minutes', async (_, manners, reply) => {
  const failures: unknown[] = []
  await using smtp = await startSmtp(() => reply, manners)
  const send = async (message: Message) => {
    try {
      return await smtp.mail.send(message)
    } catch (error) {
      failures.push(error)
      throw error
    }
  }
  await using notification = await startNotifications({ mail: { send } })
  await book(notification)
  for (let minute = 0; minute < 120; minute += 5) await notification.advance('PT5M')
  expect(failures.length).toBeGreaterThan(20)
  expect(failures.filter(isPerhapsSent)).toEqual([])
  expect(await notification.db.selectFrom('deliveries').select('attempted_at').execute()).toEqual([{ attempted_at: null }]) // prettier-ignore
})

test('a mail server that refuses a mail when it has read it has not taken it', async () => {
  await using smtp = await startSmtp(() => '250 well', { replyToMail: () => '451 4.7.1 later' })
  await using notification = await startNotifications({ mail: smtp.mail })
  await book(notification)
  for (let minute = 0; minute < 60; minute += 5) await notification.advance('PT5M')
  expect(smtp.letters.length).toBeGreaterThan(10)
})

test('a mail that the server took is not sent again, whatever becomes of its job', async () => {
  await using smtp = await startSmtp(() => '250 well')
  await using notification = await startNotifications({ mail: smtp.mail })
  const booking = notification.booking(await notification.person('cora@example.com'))
  await notification.deliver(bookingConfirmed, booking.id, 2, booking)
  const [job] = await notification.db.selectFrom('jobs').selectAll().where('kind', '=', 'notification.mail').execute()
  await notification.advance('PT1S')
  const row = { ...job, payload: JSON.stringify(job?.payload), leased_until: null } as never
  await notification.db.insertInto('jobs').values(row).execute() // a process was killed before it removed it
  await notification.advance('PT1M')
  expect(smtp.subjects).toEqual(['Booked: Haircut at Third Street Barber'])
  expect(await dueMails(notification)).toEqual([])
})

test('a mail that names somebody who was erased while it was written is not stored', async () => {
  await using notification = await startNotifications()
  const { db, clock } = notification
  const person = await notification.person('cora@example.com', 'Cora Lane')
  const send = (id: string) =>
    devInbox(db, clock).send({ id, to: 'owner@example.com', names: person, subject: 'Cora Lane booked', text: 'Cora' })
  await send('before')
  await notification.deliver(personErased, person, 2, { personId: person, keepReviews: false, version: 2 })
  await notification.advance('PT1S')
  await send('after')
  expect(await notification.inbox('owner@example.com')).toEqual([])
})

test('what comes after an erasure names nobody who was erased', async () => {
  await using notification = await startNotifications()
  const person = await notification.person('cora@example.com', 'Cora Lane')
  await notification.deliver(personErased, person, 2, { personId: person, keepReviews: false, version: 2 })
  await notification.advance('PT1S')
  const booking = notification.booking(person)
  await notification.deliver(bookingConfirmed, booking.id, 2, booking)
  const items = await notification.db.selectFrom('notifications').select(['about', 'names_person']).execute()
  expect(items).toMatchObject([{ about: { by: 'Former customer' }, names_person: null }])
})
