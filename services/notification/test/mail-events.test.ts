import { linkRequested } from '@buy-locals/contracts/auth/events'
import { bookingCancelled, bookingConfirmed } from '@buy-locals/contracts/booking/events'
import * as api from '@buy-locals/contracts/notification/operations'
import { newId, type Id } from '@buy-locals/values/ids'
import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { sesEvents } from '../src/adapters/ses-events.ts'
import { bounceOf, complaintOf, startSnsTopic, topicArn } from '../src/testing/sns-topic.ts'
import { startSes } from './ses.ts'
import { highLimits, startNotifications } from './support.ts'

const address = 'cora@example.com'
const startedAt = '2026-03-20T08:00:00Z'

/** Mails by SES, and a topic that posts what became of them. */
async function startMailing(manners: Parameters<typeof startSnsTopic>[0] = {}, changes = {}) {
  const [ses, topic] = [await startSes(), await startSnsTopic(manners)]
  let clock = () => Temporal.Instant.from(startedAt)
  const mailEvents = sesEvents({ topicArn, endpoint: topic.endpoint, clock: () => clock() })
  const notification = await startNotifications({ mail: ses.mail, mailEvents, ...changes })
  clock = notification.clock
  const post = async (body: unknown) => {
    const headers = { 'content-type': 'text/plain; charset=UTF-8' } // as SNS says
    const text = typeof body === 'string' ? body : JSON.stringify(body)
    return (await fetch(`${notification.url}/v1/mail-events`, { method: 'POST', headers, body: text })).status
  }
  const cora = await notification.person(address)
  let version = 2
  const book = async (personId = cora) => {
    const booking = notification.booking(personId)
    await notification.deliver(bookingConfirmed, booking.id, version++, booking)
    await notification.advance('PT1S')
    return booking
  }
  const stop = notification[Symbol.asyncDispose]
  return Object.assign(notification, {
    ...{ ses, topic, cora, post, book },
    publish: (message: string, of: '1' | '2' = '2') => post(topic.post({ Message: message }, of)),
    outcomes: async () => (await notification.db.selectFrom('deliveries').select(['not_sent']).where('channel', '=', 'mail').orderBy('id').execute()).map(({ not_sent }) => not_sent), // prettier-ignore
    references: async () => (await notification.db.selectFrom('deliveries').select('reference').where('channel', '=', 'mail').orderBy('id').execute()).map(({ reference }) => reference ?? ''), // prettier-ignore
    suppressed: () => notification.db.selectFrom('suppressed_addresses').select(['reason', 'lifted_at']).execute(),
    status: async (as: Id<'person'> = cora) => (await notification.call(api.readMailAddress, {}, { as })).body.status,
    notices: async (as: Id<'person'> = notification.owner) => {
      const { body } = await notification.call(api.listNotifications, { query: { limit: 20 } }, { as })
      return body.items.filter(({ kind }) => kind === 'customer-unreached').map(({ link }) => link)
    },
    [Symbol.asyncDispose]: async () => {
      await stop()
      await topic[Symbol.asyncDispose]()
      await ses[Symbol.asyncDispose]()
    },
  })
}

test.each(['1', '2'] as const)(
  'a mail that comes back for good, signed in version %s, stops mails to the address, and its business reads of it',
  async (version) => {
    await using mailing = await startMailing()
    const { ses, cora, book } = mailing
    const booking = await book()
    const [reference = ''] = await mailing.references()
    expect(reference).not.toBe('')
    expect(await mailing.publish(bounceOf({ address: 'Cora@Example.com', reference }), version)).toBe(204)
    expect(await mailing.outcomes()).toEqual(['bounced'])
    expect(await mailing.notices()).toEqual([`/dashboard/bookings/${booking.id}`])
    const next = await book()
    expect([ses.recipients.length, await mailing.outcomes()]).toEqual([1, ['bounced', 'bounced']])
    expect(new Set(await mailing.notices())).toEqual(new Set([booking, next].map(({ id }) => `/dashboard/bookings/${id}`))) // prettier-ignore
    const params = { businessId: mailing.businessId, bookingId: next.id }
    expect((await mailing.call(api.readCustomerMail, { params }, { as: mailing.owner })).body).toEqual({ bounces: true }) // prettier-ignore
    expect(await mailing.status(cora)).toBe('bounced')
    const rows = await mailing.db.selectFrom('suppressed_addresses').selectAll().execute()
    expect([rows.length, JSON.stringify(rows)]).toEqual([1, expect.not.stringMatching(/cora/i)])
  },
)

test('a mail that its reader’s server has taken is delivered, however often it is said, and can come back still', async () => {
  await using mailing = await startMailing()
  for (let mails = 0; mails < 2; mails++) await mailing.book()
  const [reference = ''] = await mailing.references()
  const at = '2026-03-20T08:00:02Z'
  for (const timestamp of [at, '2026-03-20T08:00:09Z'])
    await mailing.publish(JSON.stringify({ eventType: 'Delivery', mail: { timestamp, messageId: reference }, delivery: { timestamp } })) // prettier-ignore
  const rows = await mailing.db.selectFrom('deliveries').select('delivered_at').where('channel', '=', 'mail').orderBy('id').execute() // prettier-ignore
  expect(rows.map((row) => row.delivered_at?.toString())).toEqual([at, undefined])
  await mailing.publish(bounceOf({ address, reference }))
  expect(await mailing.outcomes()).toEqual(['bounced', null])
})

test('a mail that comes back for now, or that SES could not make out, or a sentence of SES, stops nothing', async () => {
  await using mailing = await startMailing()
  await mailing.book()
  for (const bounceType of ['Transient', 'Undetermined'])
    expect(await mailing.publish(bounceOf({ address, bounceType }))).toBe(204)
  expect(await mailing.publish(complaintOf({ address, feedbackType: 'not-spam' }))).toBe(204)
  for (const text of ['Successfully validated SNS topic for Amazon SES event publishing.', '{}', '[]', 'null'])
    expect(await mailing.publish(text)).toBe(204)
  await mailing.book()
  expect([mailing.ses.recipients.length, await mailing.suppressed()]).toEqual([2, []])
})

test.each([
  ['Permanent', 'NoEmail', undefined, 'certain'],
  ['Permanent', 'NoEmail', '5.7.1', 'certain'],
  ['Permanent', 'Suppressed', undefined, 'certain'],
  ['Permanent', 'OnAccountSuppressionList', undefined, 'certain'],
  ['Permanent', 'General', '5.1.1', 'certain'],
  ['Permanent', 'General', '5.1.10', 'certain'],
  ['Permanent', 'General', '5.1.0', 'possible'],
  ['Permanent', 'General', '5.2.1', 'possible'],
  ['Permanent', 'General', '5.0.0', undefined],
  ['Permanent', 'General', undefined, undefined],
  ['Permanent', 'General', '5.2.2', undefined],
  ['Permanent', 'General', '5.7.1', undefined],
  ['Permanent', 'General', '5.3.0', undefined],
  ['Permanent', 'UnsubscribedRecipient', '5.1.1', undefined],
])('SES says %s, %s, %s, which says of the address: %s', async (bounceType, subType, status, bounce) => {
  await using topic = await startSnsTopic()
  const events = sesEvents({ topicArn, endpoint: topic.endpoint, clock: () => Temporal.Instant.from(startedAt) })
  const read = (Message: string) => events.read(Buffer.from(JSON.stringify(topic.post({ Message }))))
  expect(await read(bounceOf({ address, bounceType, subType, status }))).toMatchObject([{ reason: 'bounce', address, bounce }]) // prettier-ignore
})

test.each([
  ['abuse', 1],
  ['fraud', 1],
  ['other', 1],
  [null, 1],
  ['not-spam', 0],
  ['auth-failure', 0],
  ['virus', 0],
])('a complaint of the type %s counts %i times', async (feedbackType, times) => {
  await using topic = await startSnsTopic()
  const events = sesEvents({ topicArn, endpoint: topic.endpoint, clock: () => Temporal.Instant.from(startedAt) })
  const read = await events.read(Buffer.from(JSON.stringify(topic.post({ Message: complaintOf({ address, feedbackType }) })))) // prettier-ignore
  expect(read).toHaveLength(times)
})

test('what comes back because of something about its mailbox stops mails on its third day, and its business reads of the first', async () => {
  await using mailing = await startMailing()
  const booking = await mailing.book()
  const [reference = ''] = await mailing.references()
  for (const day of ['01', '02', '02', '03']) {
    expect(await mailing.suppressed()).toEqual([])
    const mailedAt = `2026-03-${day}T08:00:00Z`
    await mailing.publish(bounceOf({ address, reference, status: '5.2.1', mailedAt }))
    expect(await mailing.notices()).toEqual([`/dashboard/bookings/${booking.id}`])
  }
  expect(await mailing.suppressed()).toMatchObject([{ reason: 'bounce' }])
  expect(await mailing.outcomes()).toEqual(['bounced'])
})

test('a complaint stops what its reader could turn off, and nothing about their own bookings', async () => {
  await using mailing = await startMailing()
  expect(await mailing.publish(complaintOf({ address }))).toBe(204)
  const booking = await mailing.book()
  await mailing.advance('PT80H') // past the reminder of the day before
  expect(await mailing.outcomes()).toEqual([null, 'complained'])
  expect(mailing.ses.recipients).toEqual([address])
  expect([await mailing.status(), await mailing.notices(), booking.status]).toEqual(['complained', [], 'confirmed'])
  expect((await mailing.call(api.resumeMail, {}, { as: mailing.cora })).body).toEqual({ status: 'active' })
  expect(mailing.ses.recipients, 'nobody is mailed to say so').toEqual([address])
})

test('whoever asks for it is mailed again, a few times a day, and what came back before says nothing any more', async () => {
  await using mailing = await startMailing({}, { resumeLimit: { points: 2, seconds: 86_400 } })
  const resume = async () => (await mailing.call(api.resumeMail, {}, { as: mailing.cora })).status
  const bounce = (mailedAt: string) => mailing.publish(bounceOf({ address, mailedAt }))
  expect(await resume(), 'nothing is to be lifted').toBe(200)
  await bounce(startedAt)
  await mailing.advance('PT1H')
  expect(await resume()).toBe(200)
  await mailing.advance('PT1S')
  expect(await mailing.status()).toBe('active')
  expect(mailing.ses.letters.at(-1)).toContain('Email reaches you again')
  for (let copies = 0; copies < 3; copies++) await bounce(startedAt)
  expect(await mailing.status(), 'a copy of the first').toBe('active')
  await bounce(mailing.clock().toString())
  expect(await mailing.status()).toBe('bounced')
  expect(await resume()).toBe(200)
  await bounce(mailing.clock().toString())
  expect(await resume()).toBe(429)
  expect(await mailing.status()).toBe('bounced')
  await mailing.advance('PT24H')
  expect(await resume()).toBe(200)
})

test('a link that somebody waits for goes to an address whose mails came back, a few times a day', async () => {
  await using mailing = await startMailing({}, { limits: { ...highLimits, toBounced: 2 } })
  for (let version = 1; version < 5; version++) {
    await mailing.publish(bounceOf({ address, mailedAt: mailing.clock().toString() }))
    const data = { kind: 'reset-password', personId: mailing.cora, token: 'secret-token', version } as const
    await mailing.deliver(linkRequested, mailing.cora, version, data)
    await mailing.advance('PT1S')
  }
  expect(await mailing.outcomes()).toEqual([null, null, 'limited', 'limited'])
})

test('what comes again is what was, and what comes after a month is nothing', async () => {
  await using mailing = await startMailing()
  const booking = await mailing.book()
  const [reference = ''] = await mailing.references()
  const message = mailing.topic.post({ Message: bounceOf({ address, reference }) })
  for (let copies = 0; copies < 3; copies++) expect(await mailing.post(message)).toBe(204)
  expect(await mailing.notices()).toEqual([`/dashboard/bookings/${booking.id}`])
  expect(await mailing.suppressed()).toHaveLength(1)
  const old = bounceOf({ address: 'dora@example.com', mailedAt: '2026-02-01T00:00:00Z' })
  expect(await mailing.publish(old)).toBe(204)
  expect(await mailing.suppressed()).toHaveLength(1)
})

test('a bounce of a cancellation is read of by the business', async () => {
  await using mailing = await startMailing()
  const booking = await mailing.book()
  await mailing.deliver(bookingCancelled, booking.id, 90, { ...booking, version: 90, status: 'cancelled' })
  await mailing.advance('PT1S')
  await mailing.publish(bounceOf({ address, reference: (await mailing.references()).at(-1) ?? '' }))
  expect(await mailing.notices()).toEqual([`/dashboard/bookings/${booking.id}`])
})

test('after 90 days an address that took no mail is tried again; a complaint is kept', async () => {
  await using mailing = await startMailing()
  await mailing.publish(bounceOf({ address }))
  await mailing.publish(complaintOf({ address }))
  await mailing.advance('PT2136H') // 89 days
  expect(await mailing.suppressed()).toHaveLength(2)
  await mailing.advance('PT72H')
  expect(await mailing.suppressed()).toEqual([{ reason: 'complaint', lifted_at: null }])
})

test('strangers read nothing of a customer’s mail', async () => {
  await using mailing = await startMailing()
  const booking = await mailing.book()
  await mailing.publish(bounceOf({ address }))
  const params = { businessId: mailing.businessId, bookingId: booking.id }
  expect((await mailing.call(api.readCustomerMail, { params }, { as: mailing.cora })).status).toBe(404)
  const other = newId('business')
  await mailing.member(mailing.cora, other, 'owner')
  const foreign = { businessId: other, bookingId: booking.id }
  expect((await mailing.call(api.readCustomerMail, { params: foreign }, { as: mailing.cora })).body).toEqual({ bounces: false }) // prettier-ignore
})

test('what nobody has signed, and a body of 10 MB, are refused; without a topic nothing is taken', async () => {
  await using mailing = await startMailing()
  const posted = mailing.topic.post({ Message: bounceOf({ address }) })
  expect(await mailing.post({ ...posted, Message: bounceOf({ address: 'dora@example.com' }) })).toBe(400)
  expect(await mailing.post(mailing.topic.post({ TopicArn: `${topicArn}2` }))).toBe(400)
  for (const body of ['', 'x', '{}']) expect(await mailing.post(body)).toBe(400)
  expect(await mailing.post('x'.repeat(10_000_000))).toBe(413)
  expect(await mailing.suppressed()).toEqual([])
  await using without = await startNotifications()
  expect((await fetch(`${without.url}/v1/mail-events`, { method: 'POST', body: JSON.stringify(posted) })).status).toBe(409) // prettier-ignore
})

test('a vendor whose certificate cannot be fetched for now posts again', async () => {
  let isDown = true
  await using mailing = await startMailing({ instead: (_req, res) => isDown && (res.writeHead(503).end(), true) })
  const posted = mailing.topic.post({ Message: bounceOf({ address }) })
  expect([await mailing.post(posted), await mailing.suppressed()]).toEqual([500, []])
  isDown = false
  expect([await mailing.post(posted), await mailing.status()]).toEqual([204, 'bounced'])
})
