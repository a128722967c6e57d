import { personChanged, personErased } from '@buy-locals/contracts/auth/events'
import { bookingCompleted, bookingConfirmed, manageLinkIssued } from '@buy-locals/contracts/booking/events'
import * as api from '@buy-locals/contracts/notification/operations'
import { newId, type Id } from '@buy-locals/values/ids'
import { simpleParser } from 'mailparser'
import { expect, test } from 'vitest'
import { signSubscription } from '../src/unsubscribe-token.ts'
import { startSmtp } from './smtp.ts'
import { startNotifications } from './support.ts'

type Running = Awaited<ReturnType<typeof startNotifications>>

const tokenIn = (text = '') => /\/unsubscribe\/([\w.-]+)/.exec(text)?.[1] ?? ''
const preferencesOf = ({ db }: Running) => db.selectFrom('preferences').select(['person_id', 'kind', 'channel', 'enabled']).where('kind', 'not like', 'booking-%').execute() // prettier-ignore

/** As a mail program presses it: no session, no origin, a form. */
const oneClick = ({ url }: Running, token: string, method = 'POST') =>
  fetch(`${url}/unsubscribe/${token}`, {
    method,
    ...(method === 'POST' && { body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }) }),
  })

let sequence = 2
async function completeVisit(notification: Running, personId: Id<'person'>, changes = {}) {
  const booking = { ...notification.booking(personId), ...changes }
  await notification.deliver(bookingCompleted, booking.id, sequence++, { ...booking, status: 'completed' })
  await notification.advance('PT24H')
}

async function guest(notification: Running, email: string): Promise<Id<'person'>> {
  const id = newId('person')
  const data = { id, name: 'Gus', email, emailVerified: false, locale: 'en', version: 1, kind: 'guest' as const }
  await notification.deliver(personChanged, id, 1, data)
  return id
}

test('an invitation to review has one link that a mail program presses, and a mail about a booking has none', async () => {
  await using smtp = await startSmtp(() => '250 well')
  await using notification = await startNotifications({ mail: smtp.mail })
  const personId = await notification.person('cora@example.com')
  const booking = notification.booking(personId)
  await notification.deliver(bookingConfirmed, booking.id, 2, booking)
  await notification.advance('PT1S')
  await completeVisit(notification, personId)
  const [confirmed, invited] = await Promise.all(smtp.letters.map((letter) => simpleParser(letter)))
  expect(confirmed?.headers.has('list')).toBe(false)
  expect(confirmed?.text).not.toContain('unsubscribe')
  const token = tokenIn(invited?.text)
  const link = `http://127.0.0.1:4000/unsubscribe/${token}`
  expect(invited?.headerLines.filter(({ key }) => key.startsWith('list-')).map(({ line }) => line.replaceAll(/\s+/g, ' '))).toEqual([`List-Unsubscribe: <${link}>`, 'List-Unsubscribe-Post: List-Unsubscribe=One-Click']) // prettier-ignore
  expect(invited?.html).toContain(`href="${link}"`)
})

test('one press turns off this kind of mail and nothing else, however often it is pressed', async () => {
  await using notification = await startNotifications()
  const personId = await notification.person('cora@example.com')
  const other = await notification.person('dora@example.com')
  await completeVisit(notification, personId)
  const token = tokenIn((await notification.inbox('cora@example.com'))[0]?.text)
  expect(await notification.call(api.readSubscription, { params: { token } })).toMatchObject({ body: { kind: 'review-invitation', enabled: true } }) // prettier-ignore
  for (let press = 0; press < 3; press++) expect((await oneClick(notification, token)).status).toBe(204)
  expect(await preferencesOf(notification)).toEqual([{ person_id: personId, kind: 'review-invitation', channel: 'mail', enabled: false }]) // prettier-ignore
  expect(await notification.call(api.readSubscription, { params: { token } })).toMatchObject({ body: { enabled: false } }) // prettier-ignore
  await completeVisit(notification, personId)
  await completeVisit(notification, other)
  expect(await notification.inbox('cora@example.com')).toHaveLength(1)
  expect(await notification.inbox('dora@example.com')).toHaveLength(1)
})

test('who only opens the link, as programs that check mails do, turns off nothing', async () => {
  await using notification = await startNotifications()
  const personId = await notification.person('cora@example.com')
  await completeVisit(notification, personId)
  const token = tokenIn((await notification.inbox('cora@example.com'))[0]?.text)
  for (const method of ['GET', 'HEAD']) await oneClick(notification, token, method)
  await notification.call(api.readSubscription, { params: { token } })
  expect(await preferencesOf(notification)).toEqual([])
})

test('a link that was changed, or made with another secret, turns off nothing', async () => {
  await using notification = await startNotifications()
  const [personId, other] = [await notification.person('cora@example.com'), await notification.person('eve@example.com')] // prettier-ignore
  const own = signSubscription('of the test', { personId: other, kind: 'review-invitation' })
  const forged = [
    own.replace(other, personId),
    own.replace('review-invitation', 'reminder'),
    signSubscription('another', { personId, kind: 'reminder' }),
    `${own.slice(0, -1)}${own.endsWith('A') ? 'B' : 'A'}`,
    own.split('.').slice(0, 2).join('.'),
    '..',
    '%00',
  ]
  for (const token of forged) expect((await oneClick(notification, token)).status).toBe(404)
  const [first = ''] = forged
  expect((await notification.call(api.unsubscribe, { params: { token: first } })).status).toBe(404)
  expect(await preferencesOf(notification)).toEqual([])
})

test('a guest turns it off for the address: also for what waits, and for the next booking', async () => {
  let isDown = false
  await using smtp = await startSmtp(() => (isDown ? '451 later' : '250 well'))
  await using notification = await startNotifications({ mail: smtp.mail })
  const visit = async (email: string) => {
    const personId = await guest(notification, email)
    const booking = { ...notification.booking(personId), isGuest: true }
    const link = { bookingId: booking.id, personId, businessId: booking.businessId, token: 'secret', version: 2 }
    await notification.deliver(manageLinkIssued, booking.id, 2, link)
    await completeVisit(notification, personId, { id: booking.id, isGuest: true })
  }
  await visit('gus@example.com')
  const token = tokenIn((await simpleParser(smtp.letters[0] ?? '')).text)
  isDown = true
  await visit('Gus@Example.com')
  expect((await notification.call(api.unsubscribe, { params: { token } })).status).toBe(204)
  isDown = false
  await notification.advance('PT1H')
  await visit('gus@example.com')
  await visit('hal@example.com')
  expect(smtp.subjects).toHaveLength(2)
  const stopped = notification.db.selectFrom('deliveries').select('id').where('not_sent', '=', 'stopped')
  expect(await stopped.execute()).toHaveLength(2)
  const rows = await notification.db.selectFrom('unsubscribed_addresses').selectAll().execute()
  expect([rows.length, JSON.stringify(rows)]).toEqual([1, expect.not.stringMatching(/gus/i)])
})

test('of whoever was erased a link writes nothing', async () => {
  await using notification = await startNotifications()
  const personId = await notification.person('cora@example.com')
  await completeVisit(notification, personId)
  const token = tokenIn((await notification.inbox('cora@example.com'))[0]?.text)
  await notification.deliver(personErased, personId, 2, { personId, keepReviews: false, version: 2 })
  await notification.advance('PT1S')
  expect((await oneClick(notification, token)).status).toBe(204)
  expect(await preferencesOf(notification)).toEqual([])
})
