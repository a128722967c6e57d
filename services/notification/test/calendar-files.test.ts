import { bookingCancelled, bookingConfirmed, bookingRescheduled } from '@buy-locals/contracts/booking/events'
import { hostileNames } from '@buy-locals/contracts/testing/hostile-names'
import { cleanLine } from '@buy-locals/contracts/plain-text'
import { newId } from '@buy-locals/values/ids'
import ICAL from 'ical.js'
import { simpleParser } from 'mailparser'
import { expect, test } from 'vitest'
import { writeCalendarFile } from '../src/messages/calendar-file.ts'
import { renderMail } from '../src/messages/render-mail.ts'
import { startSmtp } from './smtp.ts'
import { startNotifications } from './support.ts'

/** What a mail program makes of a letter, and a calendar of its attachment. Neither is ours. */
async function read(letter: string) {
  const { subject, to, cc, bcc, text, attachments, headers } = await simpleParser(letter)
  const [file, ...others] = attachments
  const calendar = new ICAL.Component(ICAL.parse(file?.content.toString() ?? '') as unknown[])
  const events = calendar.getAllSubcomponents('vevent')
  return {
    ...{ subject, to, cc, bcc, text, headers, others, events },
    contentType: file?.contentType,
    header: file?.headers.get('content-type') as { params: Record<string, string> } | undefined,
    method: calendar.getFirstPropertyValue('method'),
    event: new ICAL.Event(events[0]),
    status: events[0]?.getFirstPropertyValue('status'),
    organizer: events[0]?.getFirstProperty('organizer'),
    attendees: events[0]?.getAllProperties('attendee').map((one) => String(one.getFirstValue()).toLowerCase()),
  }
}

async function startMailing() {
  const smtp = await startSmtp(() => '250 well')
  const notification = await startNotifications({ mail: smtp.mail })
  const stop = notification[Symbol.asyncDispose]
  return Object.assign(notification, {
    letter: async () => {
      await notification.advance('PT1S')
      return read(smtp.letters.at(-1) ?? '')
    },
    [Symbol.asyncDispose]: async () => {
      await stop()
      await smtp[Symbol.asyncDispose]()
    },
  })
}

test('a booking is put into a calendar, moved there, and taken out again: one UID, and a sequence that grows', async () => {
  await using notification = await startMailing()
  const booking = notification.booking(await notification.person('cora@example.com'))
  await notification.deliver(bookingConfirmed, booking.id, 2, booking)
  const confirmed = await notification.letter()
  expect(confirmed).toMatchObject({ method: 'REQUEST', status: 'CONFIRMED', contentType: 'text/calendar' })
  expect(confirmed.header?.params).toMatchObject({ method: 'REQUEST' })
  expect(confirmed.events).toHaveLength(1)
  const { event } = confirmed
  expect([event.uid, event.sequence]).toEqual([`${booking.id}@127.0.0.1`, 2])
  expect(event.startDate.toJSDate().toISOString()).toBe('2026-03-24T15:00:00.000Z')
  expect(event.endDate.toJSDate().toISOString()).toBe('2026-03-24T15:30:00.000Z')
  expect(event.summary).toBe('Haircut, Third Street Barber')
  expect(confirmed.attendees).toEqual(['mailto:cora@example.com'])
  expect(event.organizer.toLowerCase()).toBe('mailto:bookings@127.0.0.1')

  const time = { start: '2026-03-25T15:00:00Z', end: '2026-03-25T15:30:00Z', previousStart: booking.start }
  await notification.deliver(bookingRescheduled, booking.id, 3, { ...booking, ...time, version: 3 })
  const moved = await notification.letter()
  expect(moved).toMatchObject({ method: 'REQUEST', event: { uid: event.uid, sequence: 3 } })
  expect(moved.event.startDate.toJSDate().toISOString()).toBe('2026-03-25T15:00:00.000Z')

  const cancelled = { ...booking, ...time, status: 'cancelled' as const, cancelledBy: 'business' as const, version: 4 }
  await notification.deliver(bookingCancelled, booking.id, 4, cancelled)
  const gone = await notification.letter()
  expect(gone).toMatchObject({ method: 'CANCEL', status: 'CANCELLED', event: { uid: event.uid, sequence: 4 } })
})

test('whatever names are written, a mail has one recipient, one file, and one booking in it', async () => {
  await using smtp = await startSmtp(() => '250 well')
  const time = { start: '2026-03-24T15:00:00Z', end: '2026-03-24T15:30:00Z' }
  const entry = { bookingId: newId('booking'), method: 'REQUEST' as const, sequence: 2, ...time }
  const [to, publicUrl] = ['cora@example.com', 'https://market.buylocals.example']
  for (const name of hostileNames) {
    const names = { business: name, service: name, address: name }
    const about = { ...names, staff: name, start: time.start, timeZone: 'America/Boise' }
    const mail = renderMail({ id: newId('notification'), to, name, verified: true, locale: 'en', kind: 'booking-confirmed', about, link: `${publicUrl}/bookings/1` }) // prettier-ignore
    const file = writeCalendarFile({ entry, ...names, to, publicUrl, at: time.start })
    await smtp.mail.send({ ...mail, attachments: [file] })
    const letter = await read(smtp.letters.at(-1) ?? '')
    expect([letter.to].flat().flatMap((one) => one?.value ?? [])).toMatchObject([{ address: to }])
    expect([letter.cc, letter.bcc, letter.headers.has('bcc')]).toEqual([undefined, undefined, false])
    expect([letter.others.length, letter.events.length, letter.method]).toEqual([0, 1, 'REQUEST'])
    expect(letter.attendees).toHaveLength(1)
    expect(letter.organizer?.getParameter('cn')).toBe(cleanLine(name).replaceAll('"', "'"))
    expect(letter.organizer?.getFirstValue()).toMatch(/^mailto:bookings@market\.buylocals\.example$/i)
    expect(letter.event.summary).toBe(`${cleanLine(name)}, ${cleanLine(name)}`)
    expect(letter.text?.match(/https?:\/\/\S+/g)).toEqual([`${publicUrl}/bookings/1`])
  }
})
