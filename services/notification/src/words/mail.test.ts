import { expect, test } from 'vitest'
import { mailOf } from './mail.ts'
import { english } from './en.ts'

const about = {
  business: 'Bob <script>',
  service: 'Haircut',
  start: '2026-11-24T16:00:00Z',
  timeZone: 'America/Boise',
  refundShare: 5000,
}

test('a mail says the day, the time and the zone of the business', () => {
  const { subject, text } = mailOf({
    id: 'm',
    to: 'a@example.com',
    name: 'Ada',
    locale: 'en',
    kind: 'booking-confirmed',
    about,
    link: 'http://127.0.0.1/x',
  })
  expect(subject).toBe('Booked: Haircut at Bob <script>')
  expect(text).toMatch(/Tue, Nov 24, 2026, 9:00\sAM MST/)
  expect(text).toContain('See my booking: http://127.0.0.1/x')
})

test('the name of a business is never markup', () => {
  const { html } = mailOf({
    id: 'm',
    to: 'a@example.com',
    name: '<b>',
    locale: 'en',
    kind: 'booking-cancelled',
    about,
    link: 'http://127.0.0.1/"x',
  })
  expect(html).not.toMatch(/<script>|<b>|\/"x/)
  expect(html).toContain('50 %')
})

test('there are words for every mail, and none is empty', () => {
  for (const kind of Object.keys(english)) {
    const { subject, text } = mailOf({
      id: 'm',
      to: 'a@example.com',
      name: 'Ada',
      locale: 'en',
      kind,
      about,
      link: 'http://127.0.0.1/x',
    })
    expect(subject.length).toBeGreaterThan(5)
    expect(text).not.toContain('undefined')
  }
})
