import { once } from 'node:events'
import { createServer, type AddressInfo, type Socket } from 'node:net'
import { inspect } from 'node:util'
import { hostileNames } from '@buy-locals/contracts/testing/hostile-names'
import PostalMime from 'postal-mime'
import { afterAll, expect, test } from 'vitest'
import { toPlainName } from '../messages/plain-name.ts'
import { renderMail } from '../messages/render-mail.ts'
import { smtpMail } from './smtp-mail.ts'

const received: string[] = []
let reply: string | undefined
const server = createServer(talk).listen(0, '127.0.0.1')
await once(server, 'listening')
const url = `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`
const mail = smtpMail({
  url,
  from: 'Buy Locals <hello@buylocals.example>',
})
afterAll(() => {
  mail.close()
  server.close()
})

/** As much of RFC 5321 as one sender needs. */
function talk(socket: Socket): void {
  let letter: string | undefined
  socket.write('220 post.example\r\n')
  socket.on('data', (bytes) => {
    const text = bytes.toString()
    if (letter !== undefined) {
      letter += text
      if (!letter.endsWith('\r\n.\r\n')) return
      received.push(letter)
      letter = undefined
    } else if (text.startsWith('DATA')) {
      letter = ''
      return void socket.write('354 go on\r\n')
    } else if (text.includes('<nobody@')) {
      return void socket.write('550 5.1.1 <nobody@example.org>: Recipient address rejected\r\n')
    } else if (reply && text.startsWith('RCPT')) {
      return void socket.write(`${reply}\r\n`)
    } else if (text.includes('<later@')) {
      return void socket.write('451 4.7.1 <later@example.org>: try again\r\n')
    } else if (text.startsWith('MAIL FROM:<stranger@')) {
      return void socket.write('550 5.7.1 <stranger@example.org>: not one of ours\r\n')
    } else if (text.startsWith('QUIT')) {
      return void socket.end('221 bye\r\n')
    }
    socket.write('250 well\r\n')
  })
}

test('a mail arrives with its text, its attachment and an id that is the same when it is sent again', async () => {
  const calendar = { name: 'booking.ics', contentType: 'text/calendar; method=REQUEST', content: 'BEGIN:VCALENDAR' }
  const message = { id: 'ntf_1', to: 'ada@example.org', subject: 'See you', text: 'At nine.', html: '<p>At nine.</p>' }
  await mail.send({ ...message, attachments: [calendar] })
  await mail.send(message)
  expect(received).toHaveLength(2)
  expect(received[0]).toMatch(
    /From: Buy Locals <hello@buylocals\.example>[\s\S]*To: ada@example\.org[\s\S]*Subject: See you/,
  )
  expect(received[0]).toContain('At nine.')
  expect(received[0]).toMatch(/text\/calendar; method=REQUEST[\s\S]*filename=booking\.ics/)
  for (const letter of received) expect(letter).toContain('Message-ID: <ntf_1@buylocals.example>')
})

test('who does not exist is an error, and a recipient cannot smuggle in another', async () => {
  const message = { id: 'ntf_2', subject: 'x\r\nBcc: eve@example.org', text: 'x' }
  await expect(mail.send({ ...message, to: 'nobody@example.org' })).rejects.toThrow('550')
  await mail.send({ ...message, to: 'ada@example.org' })
  expect(received.at(-1)).not.toMatch(/^Bcc:/m)
})

test('of what a server says only the numbers are kept, for it repeats the address', async () => {
  const message = { id: 'ntf_3', subject: 'x', text: 'x' }
  const failed = (to: string) => mail.send({ ...message, to }).catch((error: unknown) => error)
  const [nobody, later] = [await failed('nobody@example.org'), await failed('later@example.org')]
  expect(nobody).toMatchObject({ code: 'EENVELOPE', responseCode: 550, isPermanent: true })
  expect(later).toMatchObject({ code: 'EENVELOPE', responseCode: 451, isPermanent: false })
  expect(inspect([nobody, later], { depth: null, showHidden: true })).not.toContain('example.org')
})

test('a server that does not want us has refused no address', async () => {
  const strange = smtpMail({ url, from: 'stranger@example.org' })
  const message = { id: 'ntf_4', to: 'ada@example.org', subject: 'x', text: 'x' }
  await expect(strange.send(message)).rejects.toMatchObject({ responseCode: 550, isPermanent: false })
  strange.close()
})

test.each([
  ['550 5.1.1 no such user', 'certain'],
  ['550-5.1.1 The email account that you tried to reach does not exist.\r\n550 5.1.1 Learn more', 'certain'],
  ['550 #5.1.1 no such user', 'certain'],
  ['553 5.1.2 no such domain', 'certain'],
  ['501 5.1.3 bad address syntax', 'certain'],
  ['551 5.1.6 has moved', 'certain'],
  ['556 5.1.10 takes no mail', 'certain'],
  ['550 5.1.0 address rejected', 'possible'],
  ['550 5.1.4 ambiguous', 'possible'],
  ['550 5.2.0 refused', 'possible'],
  ['550-5.2.1 receives mail at a rate that\r\n550 5.2.1 prevents more', 'possible'],
  ['550 5.0.0 refused', undefined],
  ['550 no such user', undefined],
  ['550 too much load, see https://relay.example/5.1.1', undefined],
  ['550 5.1.1.10 is not welcome here', undefined],
  ['551 not one of ours', undefined],
  ['553 mailbox name not allowed', undefined],
  ['550 your address is blocked, see https://lists.example', undefined],
  ['550-blocked\r\n550 5.1.1 is what others have', undefined],
  ['550 5.1.7 bad sender', undefined],
  ['550 5.1.8 bad sender', undefined],
  ['552 5.2.2 mailbox full', undefined],
  ['552 5.2.3 too long', undefined],
  ['550 5.3.2 takes no mail at the moment', undefined],
  ['550 5.4.6 routing loop', undefined],
  ['550 5.5.1 bad sequence', undefined],
  ['550 5.7.1 relaying denied', undefined],
  ['550 5.7.26 not authenticated', undefined],
  ['552 mailbox full', undefined],
  ['554 transaction failed', undefined],
  ['503 bad sequence', undefined],
  ['450 4.1.1 later', undefined],
  ['450 5.1.1 wrong class', undefined],
])('a server that says %j to a recipient says of the address: %s', async (response, bounce) => {
  reply = response
  const message = { id: 'ntf_5', to: 'ada@example.org', subject: 'x', text: 'x' }
  const failure = await mail.send(message).catch((error: unknown) => error)
  reply = undefined
  expect(failure).toMatchObject({ isPermanent: response.startsWith('5'), bounce })
})

test.each(hostileNames)(
  'another program reads the name %j in a mail as a part of its subject, and nothing else',
  async (name) => {
    const about = {
      business: name,
      service: name,
      start: '2026-11-24T16:00:00Z',
      timeZone: 'America/Boise',
      address: name,
    }
    const person = { id: 'ntf_1', to: 'ada@example.com', name, verified: true, locale: 'en' }
    const page = 'https://buylocals.example/bookings/bkg_1'
    received.length = 0
    await mail.send(renderMail({ ...person, kind: 'booking-confirmed', about, link: page }))
    const [sent = ''] = received
    const read = await PostalMime.parse(sent.replace(/\r\n\.\r\n$/, '').replaceAll('\r\n..', '\r\n.'))
    const plain = toPlainName(name)
    expect(read.subject).toBe(`Booked: ${plain} at ${plain}`.slice(0, 200))
    expect([read.to, read.cc, read.bcc]).toEqual([[{ address: 'ada@example.com', name: '' }], undefined, undefined])
    expect(read.from).toEqual({ address: 'hello@buylocals.example', name: 'Buy Locals' })
    const headers = ['from', 'to', 'subject', 'message-id', 'date', 'mime-version', 'content-type']
    expect(new Set(read.headers.map(({ key }) => key))).toEqual(new Set(headers))
    expect(read.text?.startsWith(plain ? `Hello ${plain},` : 'Hello,')).toBe(true)
    expect(read.text).toContain(page)
    expect(`${read.subject}${read.text}${read.html}`).not.toMatch(
      /(?![\r\n])[\p{Cc}\u2028\u2029\p{Bidi_Control}\u200B\uFEFF]/u,
    )
    expect(read.html).not.toMatch(/<script|<!--/)
    expect(read.attachments).toEqual([])
  },
)
