import { bookingCancelled, bookingConfirmed } from '@buy-locals/contracts/booking/events'
import { createLog } from '@buy-locals/service-kit/log'
import { expect, test } from 'vitest'
import { startSmtp } from './smtp.ts'
import { startNotifications } from './support.ts'

type Running = Awaited<ReturnType<typeof startNotifications>>

const linesInto = (lines: string[]) => createLog({ destination: { write: (line) => void lines.push(line) } })
const waiting = ({ db }: Running) =>
  db.selectFrom('jobs').select('id').where('kind', '=', 'notification.mail').execute()
const deliveries = ({ db }: Running) =>
  db.selectFrom('deliveries').select(['kind', 'not_sent', 'sent_at']).orderBy('id').execute()

test('an address that the mail server refuses for good is given up at once, and no log has it', async () => {
  const lines: string[] = []
  await using smtp = await startSmtp((to) => `550 5.1.1 <${to}>: Recipient address rejected`)
  await using notification = await startNotifications({ mail: smtp.mail, log: linesInto(lines) })
  const fact = notification.fact(await notification.person('ada.lovelace@example.com', 'Ada Lovelace'))
  await notification.deliver(bookingConfirmed, fact.id, 2, fact)
  await notification.advance('PT1S')
  expect(await waiting(notification)).toEqual([])
  expect(await deliveries(notification)).toEqual([{ kind: 'booking-confirmed', not_sent: 'refused', sent_at: null }])
  expect(lines.join('')).toContain('550')
  expect(lines.join('')).not.toMatch(/lovelace|example\.com/i)
})

test('a mail server that says later is asked again for a day, and no log has the address', async () => {
  const lines: string[] = []
  await using smtp = await startSmtp((to) => `451 4.7.1 <${to}>: try again later`)
  await using notification = await startNotifications({ mail: smtp.mail, log: linesInto(lines) })
  const fact = notification.fact(await notification.person('ada.lovelace@example.com', 'Ada Lovelace'))
  await notification.deliver(bookingConfirmed, fact.id, 2, fact)
  for (let hour = 0; hour < 24; hour++) await notification.advance('PT1H')
  expect(await waiting(notification)).toHaveLength(1)
  expect(smtp.asked()).toBeGreaterThan(10)
  for (let hour = 0; hour < 2; hour++) await notification.advance('PT1H')
  expect(await waiting(notification)).toEqual([])
  expect(await deliveries(notification)).toEqual([{ kind: 'booking-confirmed', not_sent: 'unanswered', sent_at: null }])
  expect(lines.join('')).toContain('451')
  expect(lines.join('')).not.toMatch(/lovelace|example\.com/i)
})

test('nobody reads Booked after Cancelled, however the mail server behaves', async () => {
  let isWell = false
  await using smtp = await startSmtp(() => (isWell ? '250 well' : '451 later'))
  await using notification = await startNotifications({ mail: smtp.mail })
  const fact = notification.fact(await notification.person('cora@example.com'))
  await notification.deliver(bookingConfirmed, fact.id, 2, fact)
  await notification.advance('PT1S')
  isWell = true
  await notification.deliver(bookingCancelled, fact.id, 3, { ...fact, version: 3, status: 'cancelled' })
  await notification.advance('PT1M')
  expect(smtp.subjects).toEqual(['Cancelled: Haircut at Third Street Barber'])
  expect(await deliveries(notification)).toMatchObject([
    { kind: 'booking-confirmed', not_sent: 'replaced', sent_at: null },
    { kind: 'booking-cancelled', not_sent: null },
  ])
})

test('a mail that was asked for before mails said what they tell of is sent as before', async () => {
  let isWell = false
  await using smtp = await startSmtp(() => (isWell ? '250 well' : '451 later'))
  await using notification = await startNotifications({ mail: smtp.mail })
  const fact = notification.fact(await notification.person('cora@example.com'))
  await notification.deliver(bookingConfirmed, fact.id, 2, fact)
  const { payload } = await notification.db.selectFrom('jobs').select('payload').where('kind', '=', 'notification.mail').executeTakeFirstOrThrow() // prettier-ignore
  const { of: _of, ...old } = payload as Record<string, unknown>
  await notification.db.updateTable('jobs').set({ payload: JSON.stringify(old) }).where('kind', '=', 'notification.mail').execute() // prettier-ignore
  await notification.advance('PT1S')
  isWell = true
  await notification.deliver(bookingCancelled, fact.id, 3, { ...fact, version: 3, status: 'cancelled' })
  await notification.advance('PT1M')
  expect(smtp.subjects).toHaveLength(2)
})
