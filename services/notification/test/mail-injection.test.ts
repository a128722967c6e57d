import { hostileNames } from '@buy-locals/contracts/testing/hostile-names'
import { cleanLine } from '@buy-locals/contracts/plain-text'
import { newId } from '@buy-locals/values/ids'
import ICAL from 'ical.js'
import { simpleParser } from 'mailparser'
import { afterAll, expect, test } from 'vitest'
import { writeCalendarFile } from '../src/messages/calendar-file.ts'
import { en } from '../src/messages/en.ts'
import { renderMail } from '../src/messages/render-mail.ts'
import { startSmtp } from './smtp.ts'

const smtp = await startSmtp(() => '250 well')
afterAll(() => smtp[Symbol.asyncDispose]())

const to = 'cora@example.com'
const publicUrl = 'https://market.buylocals.example'
const link = `${publicUrl}/bookings/1`
const time = { start: '2026-03-24T15:00:00Z', end: '2026-03-24T15:30:00Z' }

/** Every field of every mail that somebody writes: names, notes, replies, reasons, devices, contacts. */
const aboutOf = (name: string) => ({
  ...{ business: name, service: name, staff: name, by: name, address: name, phone: name, message: name },
  ...{ browser: name, system: name, contact: name, start: time.start, timeZone: 'America/Boise', fault: 'other' },
})

async function parse(letter = '') {
  const read = await simpleParser(letter.replace(/\r\n\.\r\n$/, ''), { skipTextLinks: true })
  return { ...read, types: [...letter.matchAll(/^Content-Type: ([\w/]+)/gim)].map(([, type]) => type) }
}

test.each(hostileNames)('whoever is named %j adds no header, no recipient and no part to any mail', async (name) => {
  for (const kind of Object.keys(en.mails)) {
    const message = renderMail({ id: newId('notification'), to, name, verified: true, locale: 'en', kind, about: aboutOf(name), link, items: [{ kind: 'booking-new', about: aboutOf(name) }] }) // prettier-ignore
    await smtp.mail.send(message)
    const read = await parse(smtp.letters.at(-1))
    const headers = ['from', 'to', 'subject', 'message-id', 'date', 'mime-version', 'content-type']
    expect([...read.headers.keys()].toSorted((a, b) => a.localeCompare(b))).toEqual(headers.toSorted((a, b) => a.localeCompare(b))) // prettier-ignore
    expect([read.to].flat().flatMap((one) => one?.value ?? [])).toEqual([{ address: to, name: '' }])
    expect(read.from?.value).toEqual([{ address: 'hello@buylocals.example', name: 'Buy Locals' }])
    expect(read.messageId).toBe(`<${message.id}@buylocals.example>`)
    expect(read.types).toEqual(['multipart/alternative', 'text/plain', 'text/html'])
    expect(read.attachments).toEqual([])
    expect(read.text?.trim()).toBe(message.text.trim())
    expect((read.html || '').trim()).toBe(message.html?.trim())
    for (const written of [message.subject, message.text, message.html ?? ''])
      expect(written).not.toMatch(/(?![\r\n])[\p{Cc}\u2028\u2029\p{Bidi_Control}\u200B\uFEFF]/u)
    expect(message.html).not.toMatch(/<script|<!--|<!\[CDATA/)
  }
})

test.each(hostileNames)('a file that is called %j is one file, and its name stays in its header', async (name) => {
  const file = { name, contentType: 'text/calendar; charset=utf-8; method=REQUEST', content: 'BEGIN:VCALENDAR' }
  await smtp.mail.send({
    id: newId('notification'),
    to,
    subject: name,
    text: 'x',
    html: '<p>x</p>',
    attachments: [file],
  })
  const read = await parse(smtp.letters.at(-1))
  expect(read.types).toEqual(['multipart/mixed', 'multipart/alternative', 'text/plain', 'text/html', 'text/calendar'])
  const [attached, ...others] = read.attachments
  expect([others, attached?.contentType, attached?.content.toString()]).toEqual([[], 'text/calendar', file.content])
  expect([...(attached?.headers.keys() ?? [])]).toEqual(['content-type', 'content-transfer-encoding', 'content-disposition']) // prettier-ignore
  expect(attached?.filename).not.toMatch(/[\r\n\0]/)
  expect([read.cc, read.bcc]).toEqual([undefined, undefined])
})

test.each([
  'a@example.com, eve@evil.example',
  'a@example.com\r\nBcc: eve@evil.example',
  'Eve <eve@evil.example>',
  'group: eve@evil.example;',
])('an address such as %j is one recipient or none', async (address) => {
  const sent = smtp.letters.length
  await smtp.mail.send({ id: newId('notification'), to: address, subject: 'x', text: 'x' }).catch(() => undefined)
  for (const letter of smtp.letters.slice(sent)) {
    const read = await parse(letter)
    expect([read.cc, read.bcc]).toEqual([undefined, undefined])
    expect([read.to].flat().flatMap((one) => one?.value ?? [])).toHaveLength(1)
  }
  expect(smtp.recipients.slice(-5)).not.toContain('eve@evil.example')
})

test.each(hostileNames)('a calendar file with the name %j has its own properties, folded, and no others', (name) => {
  const entry = { bookingId: newId('booking'), method: 'REQUEST' as const, sequence: 2, ...time }
  const names = { business: name, service: name, address: name }
  const { content, contentType } = writeCalendarFile({ entry, ...names, to, publicUrl, at: time.start })
  expect(contentType).toBe('text/calendar; charset=utf-8; method=REQUEST')
  const calendar = new ICAL.Component(ICAL.parse(content) as unknown[])
  const namesOf = (component: ICAL.Component | undefined) =>
    component?.getAllProperties().map((property) => property.name).toSorted((a, b) => a.localeCompare(b)) // prettier-ignore
  expect(namesOf(calendar)).toEqual(['method', 'prodid', 'version'])
  const [event, ...others] = calendar.getAllSubcomponents()
  expect([others, event?.name, event?.getAllSubcomponents()]).toEqual([[], 'vevent', []])
  expect(namesOf(event)).toEqual(['attendee', 'dtend', 'dtstamp', 'dtstart', 'location', 'organizer', 'sequence', 'status', 'summary', 'uid', 'url']) // prettier-ignore
  const line = cleanLine(name)
  expect(event?.getFirstPropertyValue('summary')).toBe(`${line}, ${line}`)
  expect(event?.getFirstPropertyValue('location')).toBe(line)
  expect(event?.getFirstPropertyValue('url')).toBe(`${publicUrl}/bookings/${entry.bookingId}`)
  for (const written of content.split('\r\n')) {
    expect(Buffer.byteLength(written)).toBeLessThanOrEqual(75)
    expect(written).not.toMatch(/[\p{Cc}\u2028\u2029\p{Bidi_Control}]/u)
  }
})
