import { inspect } from 'node:util'
import { newId } from '@buy-locals/values/ids'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { devSmsInbox } from '../src/adapters/dev-sms.ts'
import { twilioSms } from '../src/adapters/twilio-sms.ts'
import { isSmsError, type SmsError, type TextMessages } from '../src/sms.ts'
import { startNotifications } from './support.ts'
import { listMessages, refuseWith, startTwilio } from './twilio.ts'

type Vendor = {
  sms: TextMessages
  /** Whose phone it is. */
  to: string
  list: () => Promise<{ to: string; body: string; from?: string }[]>
} & AsyncDisposable

const phone = '+12085550123'

async function startDevInbox(): Promise<Vendor> {
  const { db, clock, [Symbol.asyncDispose]: stop } = await startNotifications()
  const list = () => db.selectFrom('dev_sms').select(['phone as to', 'text as body']).execute()
  return { sms: devSmsInbox(db, clock), to: phone, list, [Symbol.asyncDispose]: stop }
}

/** Only `npm run vendors -- twilio +1…` comes here: it texts that number alone. */
async function startTwilioItself(): Promise<Vendor> {
  const { TWILIO_ACCOUNT_SID: accountSid = '', TWILIO_AUTH_TOKEN: authToken = '', TWILIO_FROM: from = '' } = process.env
  const { VENDOR_RECIPIENT: to = '', TWILIO_API_BASE: apiBase = 'https://api.twilio.com' } = process.env
  const publicUrl = process.env['PUBLIC_URL'] ?? 'https://example.com'
  const account = { accountSid, authToken, apiBase }
  const list = () => listMessages(account, to)
  return { sms: twilioSms({ ...account, from, publicUrl }), to, list, [Symbol.asyncDispose]: async () => {} }
}

const local: { name: string; start: () => Promise<Vendor> }[] = [
  { name: 'the dev inbox', start: startDevInbox },
  { name: 'Twilio', start: async () => ({ ...(await startTwilio()), to: phone }) },
]
const vendors = [
  ...local,
  ...(process.env['VENDOR'] === 'twilio' ? [{ name: 'Twilio itself', start: startTwilioItself }] : []),
]

function newSms(to: string) {
  const id = newId('notification')
  return { id, to, text: `Peluquería "Núñez" & <Hijos>\nMañana a las 9:00 💇 ${id}` }
}

const failureOf = (sent: Promise<unknown>) =>
  sent.then(() => undefined).catch((error: unknown) => (isSmsError(error) ? error : undefined))

/** Errors are logged. */
const expectNoNumber = (failure: SmsError | undefined) =>
  expect(inspect(failure, { depth: null, showHidden: true })).not.toContain(phone.slice(-7))

describe.each(vendors)('an SMS by $name', ({ start }) => {
  test('is taken with an id, and has its text and a sender that people may reply to', async () => {
    await using vendor = await start()
    const message = newSms(vendor.to)
    expect(await vendor.sms.send(message)).toMatch(/^\w{20,}$/)
    const [sent, ...others] = (await vendor.list()).filter(({ body }) => body.endsWith(message.text))
    expect([sent?.to, others]).toEqual([vendor.to, []])
    expect(sent?.from).toBe(vendor.sms.sender ?? sent?.from)
  })

  test('comes once, however often it is tried, and another text to that phone is another SMS', async () => {
    await using vendor = await start()
    const { sms, to } = vendor
    const since = Temporal.Now.instant()
    const [message, other] = [newSms(to), newSms(to)]
    const id = await sms.send(message)
    // What its job does: it looks where it can, and sends again where that sends nothing.
    const tryAgain = () => (sms.find ? sms.find(message, since) : sms.send(message))
    await expect.poll(tryAgain, { timeout: 20_000 }).toBe(id)
    expect(await sms.find?.(other, since)).toBeUndefined()
    expect(await sms.find?.(message, since.add({ minutes: 5 })), 'one of later').toBeUndefined()
    expect(await sms.send(other)).not.toBe(id)
    const texts = (await vendor.list()).map(({ body }) => body)
    for (const { text } of [message, other]) expect(texts.filter((body) => body.endsWith(text))).toHaveLength(1)
  })

  test.each(['+1', '+12085', 'me'])('to %j, which is no number, is refused for good', async (to) => {
    await using vendor = await start()
    const before = (await vendor.list()).length
    const failure = await failureOf(vendor.sms.send(newSms(to)))
    expect(failure).toMatchObject({ isPermanent: true, isStopped: false })
    expect(await vendor.list()).toHaveLength(before)
  })
})

describe.each(local)('an SMS by $name', ({ start }) => {
  test('that is away was not taken, and is tried again', async () => {
    const vendor = await start()
    await vendor[Symbol.asyncDispose]()
    const failure: unknown = await vendor.sms.send(newSms(phone)).catch((error: unknown) => error)
    expect(failure).toBeInstanceOf(Error)
    expect(isSmsError(failure) && (failure.isPermanent || failure.isStopped)).toBe(false)
  })
})

describe('an SMS by Twilio', () => {
  test.each([
    [429, 20_429],
    [500, 20_500],
    [503, 20_503],
    [401, 20_003],
    [400, 30_001],
  ])('that answers %i (%i) was not taken, and is tried again', async (status, code) => {
    await using twilio = await startTwilio({ instead: refuseWith(status, code) })
    const failure = await failureOf(twilio.sms.send(newSms(phone)))
    expect(failure).toMatchObject({ status, code, isPermanent: false, isStopped: false })
    expectNoNumber(failure)
    expect(await twilio.list()).toEqual([])
  })

  test('to a phone that takes none is refused for good', async () => {
    await using twilio = await startTwilio({ instead: refuseWith(400, 21_614) })
    const failure = await failureOf(twilio.sms.send(newSms(phone)))
    expect(failure).toMatchObject({ isPermanent: true, isStopped: false })
    expectNoNumber(failure)
  })

  test('to somebody who has sent STOP is refused as such, until they send START', async () => {
    await using twilio = await startTwilio()
    await twilio.receive('STOP', phone)
    const failure = await failureOf(twilio.sms.send(newSms(phone)))
    expect(failure).toMatchObject({ isPermanent: true, isStopped: true })
    expectNoNumber(failure)
    await twilio.receive('START', phone)
    expect(await twilio.sms.send(newSms(phone))).toMatch(/^SM/)
  })

  test('is waited for no longer than we have patience', async () => {
    await using twilio = await startTwilio({ instead: () => true, timeoutMs: 200 })
    const began = performance.now()
    const failure = await failureOf(twilio.sms.send(newSms(phone)))
    expect(performance.now() - began).toBeLessThan(15_000)
    expect(failure).toMatchObject({ isPermanent: false, isStopped: false })
  })

  test('that was taken although its response was lost is found, and its error is for now', async () => {
    await using twilio = await startTwilio({ losesResponses: () => true })
    const [message, since] = [newSms(phone), Temporal.Now.instant()]
    expect(await failureOf(twilio.sms.send(message))).toMatchObject({ isPermanent: false, isStopped: false })
    expect(await twilio.sms.find?.(message, since)).toBe((await twilio.list())[0]?.sid)
  })
})
