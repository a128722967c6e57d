import { hostileNames } from '@buy-locals/contracts/testing/hostile-names'
import { newId } from '@buy-locals/values/ids'
import { inspect } from 'node:util'
import { simpleParser } from 'mailparser'
import { describe, expect, test } from 'vitest'
import { sesMail } from '../src/adapters/ses-mail.ts'
import type { Mail, MailError } from '../src/mail.ts'
import { renderMail } from '../src/messages/render-mail.ts'
import { refuseWith, startSes } from './ses.ts'
import { startSmtp } from './smtp.ts'

type Failing = 'never' | 'for now' | 'for good'
type Vendor = { mail: Mail; letters: string[]; recipients: string[] } & AsyncDisposable

const smtpReplies = { never: '250 well', 'for now': '451 4.7.1 later', 'for good': '550 5.1.1 no such address' }
const sesErrors = { 'for now': [429, 'TooManyRequestsException'], 'for good': [400, 'BadRequestException'] } as const

const vendors: { name: string; start(failing: () => Failing): Promise<Vendor> }[] = [
  { name: 'SMTP', start: (failing) => startSmtp((to) => `${smtpReplies[failing()]} <${to}>`) },
  {
    name: 'SES',
    start: (failing) =>
      startSes({
        instead: (req, res) => {
          const how = failing()
          if (how === 'never') return false
          const [status, type] = sesErrors[how]
          return refuseWith(status, type)(req, res)
        },
      }),
  },
]

const to = 'ada.lovelace@example.com'
const parse = (letter = '') => simpleParser(letter.replace(/\r\n\.\r\n$/, ''), { skipTextLinks: true })
const failureOf = (sent: Promise<string | void>) =>
  sent.then(() => undefined).catch((error: unknown) => error as MailError)

describe.each(vendors)('a mail by $name', ({ start }) => {
  test('arrives with its texts, its file, its links to stop it and an id of ours', async () => {
    await using vendor = await start(() => 'never')
    const file = { name: 'booking.ics', contentType: 'text/calendar; charset=utf-8; method=REQUEST', content: 'BEGIN:VCALENDAR' } // prettier-ignore
    const unsubscribe = `https://market.example/unsubscribe/reminder.per_${'0'.repeat(26)}.${'x'.repeat(22)}`
    const message = { id: 'ntf_1', to, subject: 'Mañana a las 9', text: 'At nine. 💇', html: '<p>At nine. 💇</p>' }
    await vendor.mail.send({ ...message, unsubscribe, attachments: [file] })
    const read = await parse(vendor.letters[0])
    expect([read.subject, read.text?.trim(), read.html]).toEqual([message.subject, message.text, message.html])
    expect(read.messageId).toBe('<ntf_1@buylocals.example>')
    expect(read.headerLines.filter(({ key }) => key.startsWith('list-')).map(({ line }) => line.replaceAll(/\s+/g, ' '))).toEqual([`List-Unsubscribe: <${unsubscribe}>`, 'List-Unsubscribe-Post: List-Unsubscribe=One-Click']) // prettier-ignore
    expect(read.attachments.map(({ filename, content }) => [filename, content.toString()])).toEqual([[file.name, file.content]]) // prettier-ignore
    expect(vendor.recipients).toEqual([to])
  })

  test('has one recipient and its own headers, whatever names are in it', async () => {
    await using vendor = await start(() => 'never')
    for (const name of hostileNames) {
      const about = { business: name, service: name, start: '2026-03-24T15:00:00Z', timeZone: 'America/Boise' }
      await vendor.mail.send(renderMail({ id: newId('notification'), to, name, verified: true, locale: 'en', kind: 'booking-confirmed', about })) // prettier-ignore
      const read = await parse(vendor.letters.at(-1))
      const headers = ['content-type', 'date', 'from', 'message-id', 'mime-version', 'subject', 'to']
      expect([...read.headers.keys()].toSorted((a, b) => a.localeCompare(b))).toEqual(headers)
    }
    expect(new Set(vendor.recipients)).toEqual(new Set([to]))
  })

  test.each([
    'a@example.com, eve@evil.example',
    'a@example.com\r\nBcc: eve@evil.example',
    'Eve <eve@evil.example>',
    '',
  ])('to %j is not sent, for good', async (address) => {
    await using vendor = await start(() => 'never')
    const failure = await failureOf(vendor.mail.send({ id: 'ntf_1', to: address, subject: 'x', text: 'x' }))
    expect([failure?.isPermanent, vendor.letters, vendor.recipients]).toEqual([true, [], []])
  })

  test.each([
    ['for now', false],
    ['for good', true],
  ] as const)('that is refused %s says so, without the address, and was not sent', async (how, isPermanent) => {
    await using vendor = await start(() => how)
    const failure = await failureOf(vendor.mail.send({ id: 'ntf_1', to, subject: 'x', text: 'x' }))
    expect(failure).toMatchObject({ isPermanent, isPerhapsSent: false })
    expect(inspect(failure, { depth: null, showHidden: true })).not.toMatch(/lovelace/)
    expect(vendor.letters).toEqual([])
  })

  test('whose server is gone was not sent, and is tried again', async () => {
    const vendor = await start(() => 'never')
    await vendor[Symbol.asyncDispose]()
    const { mail } = await start(() => 'never').then(async (other) => (await other[Symbol.asyncDispose](), other))
    const failure = await failureOf(mail.send({ id: 'ntf_1', to, subject: 'x', text: 'x' }))
    expect(failure).toMatchObject({ isPermanent: false, isPerhapsSent: false })
  })
})

const { VENDOR, VENDOR_RECIPIENT = '', SES_REGION: region = '', MAIL_FROM: from = '' } = process.env

/** Only `npm run vendors -- ses ada@example.com` comes here: it sends one mail, to that address. */
for (const recipient of VENDOR === 'ses' ? [VENDOR_RECIPIENT] : [])
  test('SES itself: a mail to the address that was given is taken', async () => {
    const mail = sesMail({ from, connection: { region } })
    await mail.send({ id: newId('notification'), to: recipient, subject: 'A test', text: 'Buy Locals can be mailed by SES.' }) // prettier-ignore
    mail.close?.()
  })
