import { bookingConfirmed } from '@buy-locals/contracts/booking/events'
import * as api from '@buy-locals/contracts/notification/operations'
import { expect, test } from 'vitest'
import { hashPhone } from '../src/persistence/stopped-numbers.ts'
import { tokenOf } from './pushing.ts'
import { startSmtp } from './smtp.ts'
import { startSns } from './sns.ts'
import { daytime, startNotifications } from './support.ts'
import { startTwilio } from './twilio.ts'

const phone = '+12085550123'
const token = tokenOf('one')

const channels = ['mail', 'sms', 'push'] as const
type Channel = (typeof channels)[number]
type Failure = 'down' | 429 | 500 | 503

/** What they are in SMTP: refused for now. */
const replies = { none: '250 well', down: '421 down', 429: '421 too many', 500: '451 failed', 503: '421 away' }

/** A customer with an address, a number and a phone, and the vendors that reach them: each by its own adapter. */
async function startChannels({ delayMs = 0 } = {}) {
  let failing: { channel: Channel; how: Failure } | undefined
  let slow: Channel | undefined
  const failure = (channel: Channel) => (failing?.channel === channel ? failing.how : undefined)
  const delayOf = (channel: Channel) => (slow === channel ? delayMs : 0)
  const timeoutMs = delayMs > 0 ? delayMs * 1.5 : 5_000
  const smtp = await startSmtp(() => replies[failure('mail') ?? 'none'], {
    isDown: () => failure('mail') === 'down',
    delayMs: () => delayOf('mail'),
  })
  const twilio = await startTwilio({
    timeoutMs,
    delayMs: () => delayOf('sms'),
    instead: (_, res) => {
      const how = failure('sms')
      if (how === 'down') res.destroy()
      else if (how) res.writeHead(how, { 'content-type': 'application/json' }).end(JSON.stringify({ code: how, status: how })) // prettier-ignore
      return how !== undefined
    },
  })
  const sns = await startSns({
    timeoutMs,
    delayMs: () => delayOf('push'),
    isDown: () => failure('push') === 'down',
    instead: () => {
      const how = failure('push')
      return typeof how === 'number' ? { status: how, code: how === 429 ? 'Throttled' : 'InternalError' } : undefined
    },
  })
  const vendors = { mail: smtp.mail, sms: twilio.sms, pushMessages: sns.pushMessages, publicUrl: twilio.publicUrl }
  const notification = await startNotifications(vendors, { now: daytime })
  twilio.postTo(notification.url)
  const cora = await notification.person('cora@example.com')
  const at = notification.clock()
  const number = { person_id: cora, phone, phone_hash: hashPhone('of the test', phone), confirmed_at: at }
  const consented = { consent_source: 'site', consent_wording: 'Yes.', consented_at: at }
  await notification.db.insertInto('sms_numbers').values({ ...number, ...consented }).execute() // prettier-ignore
  await notification.call(api.registerDevice, { body: { platform: 'ios', token } }, { as: cora })
  await notification.advance('PT1S')
  const stop = notification[Symbol.asyncDispose]
  return Object.assign(notification, {
    fail: (channel: Channel, how: Failure) => void (failing = { channel, how }),
    mend: () => void (failing = undefined),
    slowDown: (channel: Channel) => void (slow = channel),
    book: async () => {
      const booking = notification.booking(cora)
      await notification.deliver(bookingConfirmed, booking.id, 2, booking)
    },
    /** How many of each have arrived. */
    arrived: async () => ({
      mail: smtp.subjects.length,
      sms: (await twilio.list()).filter(({ body }) => body.includes('Booked')).length,
      push: (await sns.shownOn(token)).length,
    }),
    reminders: async () => ({
      mail: smtp.subjects.filter(isReminder).length,
      sms: (await twilio.list()).filter(({ body }) => isReminder(body)).length,
      push: (await sns.shownOn(token)).filter((shown) => isReminder(JSON.stringify(shown))).length,
    }),
    until: (instant: string) => notification.advance(`PT${notification.clock().until(instant).total('seconds')}S`),
    outcomes: () => notification.db.selectFrom('deliveries').select(['channel', 'not_sent', 'sent_at']).where('person_id', '=', cora).execute(), // prettier-ignore
    pass: async (minutes: number) => {
      for (let minute = 0; minute < minutes; minute++) await notification.advance('PT1M')
    },
    [Symbol.asyncDispose]: async () => {
      await stop()
      await twilio[Symbol.asyncDispose]()
      await sns[Symbol.asyncDispose]()
      await smtp[Symbol.asyncDispose]()
    },
  })
}

const isReminder = (text: string) => /Reminder|coming up/.test(text)
const allArrived = { mail: 1, sms: 1, push: 1 }
const failures = channels.flatMap((channel) => (['down', 429, 500, 503] as const).map((how) => [channel, how] as const))

test.each(failures)(
  'a vendor for %s that is %s for an hour loses nothing, doubles nothing and delays no other channel',
  async (channel, how) => {
    await using running = await startChannels()
    running.fail(channel, how)
    await running.book()
    await running.advance('PT1S')
    expect(await running.arrived()).toEqual({ ...allArrived, [channel]: 0 })
    await running.pass(60)
    expect(await running.arrived()).toEqual({ ...allArrived, [channel]: 0 })
    running.mend()
    await running.pass(6)
    expect(await running.arrived(), 'it comes soon after the vendor is there again').toEqual(allArrived)
    await running.pass(60)
    expect(await running.arrived()).toEqual(allArrived)
    const outcomes = await running.outcomes()
    expect(outcomes.map(({ not_sent, sent_at }) => [not_sent, sent_at !== null])).toEqual(outcomes.map(() => [null, true])) // prettier-ignore
  },
)

/** Thirty seconds, at a tenth, and our patience for an SMS or a push with them. */
const delayMs = 3_000

test.each(channels)('a vendor for %s that is slow doubles nothing and delays no other channel', async (channel) => {
  await using running = await startChannels({ delayMs })
  running.slowDown(channel)
  await running.book()
  const sending = running.advance('PT1S')
  await expect.poll(running.arrived, { timeout: delayMs }).toEqual({ ...allArrived, [channel]: 0 })
  await sending
  await running.pass(10)
  expect(await running.arrived()).toEqual(allArrived)
})

test('many messages of a vendor that is down come after it, each once, and none of another channel waits', async () => {
  await using running = await startChannels()
  for (const channel of channels) {
    const before = await running.arrived()
    running.fail(channel, 'down')
    for (let n = 0; n < 12; n++) await running.book()
    await running.advance('PT1S')
    const [missing, others] = [await running.arrived(), channels.filter((other) => other !== channel)]
    expect(missing[channel]).toBe(before[channel])
    for (const other of others) expect([other, missing[other]]).toEqual([other, before[other] + 12])
    running.mend()
    await running.pass(6)
    expect((await running.arrived())[channel]).toBe(before[channel] + 12)
  }
})

test.each(channels)(
  'a reminder that its vendor for %s did not take for an hour comes after it, once, and on the other channels on time',
  async (channel) => {
    await using running = await startChannels()
    await running.book()
    await running.until('2026-03-23T14:59:00Z')
    running.fail(channel, 'down')
    await running.pass(60)
    expect(await running.reminders()).toEqual({ ...allArrived, [channel]: 0 })
    running.mend()
    await running.pass(6)
    expect(await running.reminders()).toEqual(allArrived)
    await running.pass(60)
    expect(await running.reminders()).toEqual(allArrived)
  },
)

test.each(channels)(
  'a reminder that its vendor for %s did not take until the visit began never comes',
  async (channel) => {
    await using running = await startChannels()
    await running.book()
    await running.until('2026-03-23T15:00:00Z')
    await running.until('2026-03-24T12:59:00Z')
    const dayBefore = await running.reminders()
    expect(dayBefore).toEqual(allArrived)
    running.fail(channel, 'down')
    await running.until('2026-03-24T13:00:00Z')
    await running.until('2026-03-24T14:00:00Z') // eight in the morning: nobody sleeps any more
    await running.pass(55)
    const both = { mail: 2, sms: 2, push: 2 }
    expect(await running.reminders(), 'the other channels').toEqual({ ...both, [channel]: 1 })
    await running.until('2026-03-24T15:00:00Z')
    running.mend()
    await running.pass(30)
    await running.advance('PT24H')
    expect(await running.reminders()).toEqual({ ...both, [channel]: 1 })
    const missed = (await running.outcomes()).filter(({ not_sent }) => not_sent !== null)
    expect(missed).toEqual([{ channel, not_sent: 'superseded', sent_at: null }])
  },
)
