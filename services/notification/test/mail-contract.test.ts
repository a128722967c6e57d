import { setTimeout } from 'node:timers/promises'
import { inspect } from 'node:util'
import { hostileNames } from '@buy-locals/contracts/testing/hostile-names'
import { newId } from '@buy-locals/values/ids'
import { simpleParser } from 'mailparser'
import { describe, expect, test } from 'vitest'
import { devInbox } from '../src/adapters/dev-inbox.ts'
import { sesMail } from '../src/adapters/ses-mail.ts'
import { isPermanentFailure, isPerhapsSent, type Attachment, type Mail, type MailError } from '../src/mail.ts'
import { renderMail } from '../src/messages/render-mail.ts'
import { refuseWith, startSes } from './ses.ts'
import { startSmtp } from './smtp.ts'
import { startNotifications } from './support.ts'

type Received = { subject: string; text: string; html: string | undefined; files: string[][]; headers: string[] }
type Vendor = {
  mail: Mail
  /** Whose address it is. */
  to: string
  /** To whom mails went. */
  recipients: () => Promise<string[]>
  /** The oldest first. */
  received: () => Promise<Received[]>
} & AsyncDisposable
type ByLetters = Omit<Vendor, 'recipients' | 'received'> & { from: string; letters: string[]; recipients: string[] }

const ada = 'ada.lovelace@example.com'
const ours = { to: ada, from: 'hello@buylocals.example' }

async function startDevInbox(): Promise<Vendor> {
  const { db, clock, [Symbol.asyncDispose]: stop } = await startNotifications()
  const rows = () => db.selectFrom('dev_mails').selectAll().orderBy('at').orderBy('id').execute()
  const received = async () =>
    (await rows()).map(({ subject, text, html, attachments }) => ({
      ...{ subject, text, html: html ?? undefined, headers: [] },
      files: (attachments as Attachment[]).map(({ name, content }) => [name, content]),
    }))
  const recipients = async () => (await rows()).map(({ recipient }) => recipient)
  return { mail: devInbox(db, clock), to: ada, recipients, received, [Symbol.asyncDispose]: stop }
}

/** Only `npm run vendors -- ses ada@example.com` comes here: it mails that address alone, what SES has taken of it. */
async function startSesItself(): Promise<ByLetters> {
  const { VENDOR_RECIPIENT: to = '', SES_REGION: region = '', MAIL_FROM: from = '' } = process.env
  const [letters, recipients]: [string[], string[]] = [[], []]
  type Taken = { input: { Content: { Raw: { Data: Uint8Array } }; Destination: { ToAddresses: string[] } } }
  const info = ({ input: { Content, Destination } }: Taken) => {
    letters.push(Buffer.from(Content.Raw.Data).toString())
    recipients.push(...Destination.ToAddresses)
  }
  const nothing = () => {}
  const logger = { debug: nothing, info, warn: nothing, error: nothing }
  const mail = sesMail({ from, connection: { region, logger } })
  // A new account may send one a second.
  const send = (message: Parameters<Mail['send']>[0]) => setTimeout(1_100).then(() => mail.send(message))
  return { mail: { ...mail, send }, to, from, letters, recipients, [Symbol.asyncDispose]: async () => mail.close?.() }
}

const parse = (letter = '') => simpleParser(letter.replace(/\r\n\.\r\n$/, ''), { skipTextLinks: true })

async function readLetter(letter: string): Promise<Received> {
  const { subject = '', text = '', html, attachments, headers } = await parse(letter)
  return {
    ...{ subject, text: text.trim(), html: html || undefined, headers: [...headers.keys()].toSorted() },
    files: attachments.map(({ filename = '', content }) => [filename, content.toString()]),
  }
}

const byLetters: { name: string; start: () => Promise<ByLetters> }[] = [
  { name: 'SMTP', start: async () => ({ ...(await startSmtp((to) => `250 well <${to}>`)), ...ours }) },
  { name: 'SES', start: async () => ({ ...(await startSes()), ...ours }) },
]
const itself = process.env['VENDOR'] === 'ses' ? [{ name: 'SES itself', start: startSesItself }] : []

const toVendor = ({ name, start }: (typeof byLetters)[number]) => ({
  ...{ name, headers: ['content-type', 'date', 'from', 'message-id', 'mime-version', 'subject', 'to'] },
  start: async (): Promise<Vendor> => {
    const { letters, recipients, ...vendor } = await start()
    return { ...vendor, recipients: async () => recipients, received: () => Promise.all(letters.map(readLetter)) }
  },
})
const local = [{ name: 'the dev inbox', headers: [], start: startDevInbox }, ...byLetters.map(toVendor)]

const newMail = (to: string) => ({ id: newId('notification'), to, subject: 'Mañana a las 9', text: 'At nine. 💇' })
const failureOf = (sent: Promise<string | void>) =>
  sent.then(() => undefined).catch((error: unknown) => error as MailError)

describe.each([...local, ...itself.map(toVendor)])('a mail by $name', ({ headers, start }) => {
  test('arrives with its texts and its file', async () => {
    await using vendor = await start()
    const file = { name: 'booking.ics', contentType: 'text/calendar; charset=utf-8; method=REQUEST', content: 'BEGIN:VCALENDAR' } // prettier-ignore
    const message = { ...newMail(vendor.to), html: '<p>At nine. 💇</p>' }
    await vendor.mail.send({ ...message, attachments: [file] })
    const { subject, text, html } = message
    expect(await vendor.received()).toMatchObject([{ subject, text, html, files: [[file.name, file.content]] }])
    expect(await vendor.recipients()).toEqual([vendor.to])
  })

  test('has one recipient and its own headers, whatever names are in it', { timeout: 60_000 }, async () => {
    await using vendor = await start()
    for (const name of hostileNames) {
      const about = { business: name, service: name, start: '2026-03-24T15:00:00Z', timeZone: 'America/Boise' }
      await vendor.mail.send(renderMail({ id: newId('notification'), to: vendor.to, name, verified: true, locale: 'en', kind: 'booking-confirmed', about })) // prettier-ignore
    }
    const received = await vendor.received()
    expect(received.map((one) => one.headers)).toEqual(hostileNames.map(() => headers))
    for (const { subject } of received) expect(subject).not.toMatch(/[\r\n]/)
    expect(new Set(await vendor.recipients())).toEqual(new Set([vendor.to]))
  })

  test('is sent once where that is promised, and otherwise has the same id', async () => {
    await using vendor = await start()
    const message = newMail(vendor.to)
    for (const again of [message, message]) await vendor.mail.send(again)
    expect(await vendor.received()).toHaveLength(vendor.mail.sendsOnce ? 1 : 2)
  })

  test.each([
    'a@example.com, eve@evil.example',
    'a@example.com\r\nBcc: eve@evil.example',
    'Eve <eve@evil.example>',
    '',
  ])('to %j is not sent, for good', async (address) => {
    await using vendor = await start()
    const failure = await failureOf(vendor.mail.send(newMail(address)))
    expect([failure?.isPermanent, await vendor.received(), await vendor.recipients()]).toEqual([true, [], []])
  })
})

describe.each(local)('a mail by $name', ({ start }) => {
  test('that is away was not sent, and is tried again', async () => {
    const vendor = await start()
    await vendor[Symbol.asyncDispose]()
    const failure = await failureOf(vendor.mail.send(newMail(ada)))
    expect(failure).toBeInstanceOf(Error)
    expect([isPermanentFailure(failure), isPerhapsSent(failure)]).toEqual([false, false])
  })
})

describe.each([...byLetters, ...itself])('a mail by $name', ({ start }) => {
  test('has an id of ours, the same when it is sent again, and the links to stop it', async () => {
    await using vendor = await start()
    const unsubscribe = `https://market.example/unsubscribe/reminder.per_${'0'.repeat(26)}.${'x'.repeat(22)}`
    const message = { ...newMail(vendor.to), unsubscribe }
    for (const again of [message, message]) await vendor.mail.send(again)
    const [domain] = /[^@<>]+(?=>?$)/.exec(vendor.from) ?? []
    expect(vendor.letters).toHaveLength(2)
    for (const letter of vendor.letters) {
      const { messageId, headerLines } = await parse(letter)
      expect(messageId).toBe(`<${message.id}@${domain}>`)
      const lines = headerLines.filter(({ key }) => key.startsWith('list-')).map(({ line }) => line.replaceAll(/\s+/g, ' ')) // prettier-ignore
      expect(lines).toEqual([`List-Unsubscribe: <${unsubscribe}>`, 'List-Unsubscribe-Post: List-Unsubscribe=One-Click'])
    }
  })
})

type Refused = 'for now' | 'for good'
const smtpReplies = { 'for now': '451 4.7.1 later', 'for good': '550 5.1.1 no such address' }
const sesRefusals = {
  'for now': refuseWith(429, 'TooManyRequestsException'),
  'for good': refuseWith(400, 'BadRequestException'),
}

describe.each([
  { name: 'SMTP', start: (how: Refused) => startSmtp((to) => `${smtpReplies[how]} <${to}>`) },
  { name: 'SES', start: (how: Refused) => startSes({ instead: sesRefusals[how] }) },
])('a mail by $name', ({ start }) => {
  test.each([
    ['for now', false],
    ['for good', true],
  ] as const)('that is refused %s says so, without the address, and was not sent', async (how, isPermanent) => {
    await using vendor = await start(how)
    const failure = await failureOf(vendor.mail.send(newMail(ada)))
    expect(failure).toMatchObject({ isPermanent, isPerhapsSent: false })
    expect(inspect(failure, { depth: null, showHidden: true })).not.toMatch(/lovelace/)
    expect(vendor.letters).toEqual([])
  })
})
