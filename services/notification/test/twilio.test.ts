import { bookingConfirmed } from '@buy-locals/contracts/booking/events'
import * as api from '@buy-locals/contracts/notification/operations'
import { createLog } from '@buy-locals/service-kit/log'
import { expect, test } from 'vitest'
import { consent, daytime, startNotifications } from './support.ts'
import { refuseWith, startTwilio } from './twilio.ts'

const phone = '+12085550123'
type Manners = Parameters<typeof startTwilio>[0]

async function startTexting(manners: Manners = {}, lines: string[] = []) {
  const twilio = await startTwilio(manners)
  const log = createLog({ destination: { write: (line) => void lines.push(line) } })
  const notification = await startNotifications({ sms: twilio.sms, publicUrl: twilio.publicUrl, log }, { now: daytime })
  twilio.postTo(notification.url)
  const cora = await notification.person('cora@example.com')
  const status = async () => (await notification.call(api.readSmsNumber, {}, { as: cora })).body.number?.status
  const stop = notification[Symbol.asyncDispose]
  return Object.assign(notification, {
    twilio,
    cora,
    status,
    addNumber: async () => {
      await notification.call(api.requestSmsNumber, { body: { phone, consent } }, { as: cora })
      await notification.advance('PT1S')
      const code = /\d{6}/.exec((await twilio.list())[0]?.body ?? '')?.[0] ?? ''
      await notification.call(api.confirmSmsNumber, { body: { code } }, { as: cora })
      await notification.advance('PT1S')
    },
    book: async () => {
      const booking = notification.booking(cora)
      await notification.deliver(bookingConfirmed, booking.id, 2, booking)
      await notification.advance('PT1S')
    },
    booked: async () => (await twilio.list()).filter(({ body }) => body.includes('Booked')),
    outcome: async () => notification.db.selectFrom('deliveries').select(['not_sent', 'sent_at', 'reference', 'delivered_at']).where('channel', '=', 'sms').executeTakeFirst(), // prettier-ignore
    [Symbol.asyncDispose]: async () => {
      await stop()
      await twilio[Symbol.asyncDispose]()
    },
  })
}

test('an SMS goes through Twilio, whose callbacks say that it arrived: twice, late, and out of order', async () => {
  await using notification = await startTexting()
  const { twilio } = notification
  await notification.addNumber()
  expect(await notification.status()).toBe('active')
  await notification.book()
  const [sms] = await notification.booked()
  const { sid = '' } = sms ?? {}
  expect(sms).toMatchObject({ to: phone, body: expect.stringMatching(/^Buy Locals: Booked\. Haircut/) as string })
  expect(await notification.outcome()).toMatchObject({ not_sent: null, reference: sid, delivered_at: null })
  for (const state of ['delivered', 'sent', 'undelivered', 'delivered']) await twilio.report(sid, state)
  expect((await notification.outcome())?.delivered_at).toBeTruthy()
  expect((await notification.outcome())?.not_sent).toBe(null)
})

test('an SMS that did not arrive is known not to have', async () => {
  await using notification = await startTexting()
  await notification.addNumber()
  await notification.book()
  await notification.twilio.report((await notification.booked())[0]?.sid ?? '', 'undelivered')
  expect(await notification.outcome()).toMatchObject({ not_sent: 'undelivered', delivered_at: null })
})

test('STOP and START that are texted to Twilio count, and it replies to them by itself', async () => {
  await using notification = await startTexting()
  const { twilio } = notification
  await notification.addNumber()
  const before = (await twilio.list()).length
  await twilio.receive('STOP', phone)
  await notification.book()
  expect(await notification.status()).toBe('stopped')
  await twilio.receive('START', phone)
  expect(await notification.status()).toBe('active')
  await notification.advance('PT1M')
  const outbound = (await twilio.list()).filter(({ body }) => !['STOP', 'START'].includes(body))
  expect(outbound).toHaveLength(before)
})

test('to keywords that Twilio does not know we reply, and to those that it has recognized we do not', async () => {
  await using notification = await startTexting()
  const { twilio } = notification
  await notification.addNumber()
  const replies = async () => {
    await notification.advance('PT1S')
    return (await twilio.list()).map(({ body }) => body).filter((body) => /reply STOP|reply START|more texts|again/i.test(body)) // prettier-ignore
  }
  const before = await replies()
  const added = async () => (await replies()).slice(0, -before.length || undefined)
  await twilio.receive('Ayuda', phone)
  expect(await added()).toEqual([expect.stringContaining('Texts about your bookings')])
  await twilio.receive('ALTO', phone)
  expect([await notification.status(), (await added())[0]]).toEqual(['stopped', expect.stringContaining('You get no more texts')]) // prettier-ignore
  await twilio.receive('iniciar', phone)
  expect([await notification.status(), (await added())[0]]).toEqual(['active', expect.stringContaining('You get texts about your bookings again')]) // prettier-ignore
  await twilio.receiveRecognized('AYUDA', phone, 'HELP')
  expect((await twilio.receiveRecognized('ALTO', phone, 'STOP')).ok).toBe(true)
  expect([await notification.status(), (await added()).length]).toEqual(['stopped', 3])
  for (const usual of ['Help', 'START']) await twilio.receive(usual, phone)
  expect([await notification.status(), (await added()).length]).toEqual(['active', 3])
})

test('whoever texts AYUDA again and again is replied to ten times an hour, and STOP counts all the same', async () => {
  await using notification = await startTexting()
  const { twilio } = notification
  await notification.addNumber()
  const isReply = ({ body }: { body: string }) => /Texts about your bookings|no more texts/.test(body)
  const before = (await twilio.list()).filter(isReply).length
  const replied = async () => {
    await notification.advance('PT1S')
    return (await twilio.list()).filter(isReply).length - before
  }
  for (let time = 0; time < 13; time++) await twilio.receive('ayuda', phone)
  expect(await replied()).toBe(10)
  await twilio.receive('alto', phone)
  expect([await notification.status(), await replied()]).toEqual(['stopped', 10])
  await notification.advance('PT1H')
  await twilio.receive('ayuda', phone)
  expect(await replied()).toBe(11)
})

test('what Twilio has not signed is refused, whatever it says', async () => {
  await using notification = await startTexting()
  await notification.addNumber()
  const post = async (headers: Record<string, string>, path = '/v1/twilio/sms') => {
    const body = new URLSearchParams({ From: phone, Body: 'STOP', MessageStatus: 'undelivered', ErrorCode: '21610', To: phone }) // prettier-ignore
    const response = await fetch(notification.url + path, { method: 'POST', headers, body })
    return [response.status, ((await response.json()) as { code: string }).code]
  }
  const status = `/v1/twilio/status?delivery=ntf_${'0'.repeat(26)}`
  for (const path of ['/v1/twilio/sms', status])
    for (const signature of [{}, { 'x-twilio-signature': '' }, { 'x-twilio-signature': 'bm90IHR3aWxpbw==' }])
      expect(await post(signature, path)).toEqual([400, 'notification/signature'])
  expect(await notification.status()).toBe('active')
})

test('an SMS whose response was lost is not sent again', async () => {
  let isLost = false
  await using notification = await startTexting({ losesResponses: () => isLost })
  await notification.addNumber()
  isLost = true
  await notification.book()
  expect(await notification.booked()).toHaveLength(1)
  expect(await notification.outcome()).toMatchObject({ sent_at: null, not_sent: null })
  isLost = false
  await notification.advance('PT1M')
  const [sms, ...others] = await notification.booked()
  expect(others).toEqual([])
  expect((await notification.outcome())?.reference).toBe(sms?.sid)
})

test('nor is a code whose response was lost, which works', async () => {
  let isLost = true
  await using notification = await startTexting({ losesResponses: () => isLost })
  await notification.addNumber() // it reads the code, and enters it
  expect(await notification.status()).toBe('active')
  for (let second = 0; second < 60; second += 5) await notification.advance('PT5S')
  isLost = false
  await notification.advance('PT1M')
  const bodies = (await notification.twilio.list()).map(({ body }) => body)
  expect(bodies.filter((body) => /\d{6}/.test(body))).toHaveLength(1)
  expect(bodies, 'the code, and the welcome').toHaveLength(2)
})

test('a code that Twilio did not take comes when it does', async () => {
  let isWell = false
  await using notification = await startTexting({ instead: (...call) => !isWell && refuseWith(503, 20_503)!(...call) })
  await notification.call(api.requestSmsNumber, { body: { phone, consent } }, { as: notification.cora })
  await notification.advance('PT1S')
  isWell = true
  await notification.advance('PT1M')
  expect(await notification.twilio.list()).toHaveLength(1)
})

test.each([
  ['429', 429, 20_429],
  ['500', 500, 20_500],
  ['503', 503, 20_503],
])('Twilio that answers %s for a while loses nothing and doubles nothing', async (_, status, code) => {
  let isWell = true
  await using notification = await startTexting({
    instead: (...call) => !isWell && refuseWith(status, code)!(...call),
  })
  await notification.addNumber()
  isWell = false
  await notification.book()
  for (let minute = 0; minute < 30; minute++) await notification.advance('PT1M')
  expect(await notification.booked()).toEqual([])
  expect(await notification.inbox('cora@example.com')).toHaveLength(1)
  isWell = true
  for (let minute = 0; minute < 60; minute++) await notification.advance('PT1M')
  expect(await notification.booked()).toHaveLength(1)
})

test('a number that Twilio will never text is given up at once, and no log has it', async () => {
  const lines: string[] = []
  let isWell = true
  await using notification = await startTexting({ instead: (...call) => !isWell && refuseWith(400, 21_614)!(...call) }, lines) // prettier-ignore
  await notification.addNumber()
  isWell = false
  await notification.book()
  expect(await notification.outcome()).toMatchObject({ not_sent: 'refused', sent_at: null })
  expect(lines.join('')).toContain('21614')
  expect(lines.join('')).not.toContain('5550123')
})

test('somebody whom Twilio knows to have sent STOP is texted no more', async () => {
  let isWell = true
  await using notification = await startTexting({ instead: (...call) => !isWell && refuseWith(400, 21_610)!(...call) })
  await notification.addNumber()
  isWell = false
  await notification.book()
  expect(await notification.outcome()).toMatchObject({ not_sent: 'stopped' })
  expect(await notification.status()).toBe('stopped')
})

test('a Twilio that does not answer is waited for no longer than we have patience', async () => {
  let isSilent = false
  await using notification = await startTexting({ instead: () => isSilent, timeoutMs: 300 })
  await notification.addNumber()
  isSilent = true
  const began = performance.now()
  await notification.book()
  expect(performance.now() - began).toBeLessThan(5_000)
  expect(await notification.inbox('cora@example.com')).toHaveLength(1)
  isSilent = false
  await notification.advance('PT1M')
  expect(await notification.booked()).toHaveLength(1)
})
