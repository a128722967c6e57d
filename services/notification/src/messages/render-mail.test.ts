import { expect, test } from 'vitest'
import { messages } from './en.ts'
import { renderMail } from './render-mail.ts'

const about = {
  business: 'Bob <script>',
  service: 'Haircut',
  start: '2026-11-24T16:00:00Z',
  timeZone: 'America/Boise',
  refundShare: 5000,
}

test('a mail has the day, the time and the time zone of the business', () => {
  const { subject, text } = renderMail({
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
  const { html } = renderMail({
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

test('every mail has a subject and a text', () => {
  for (const kind of Object.keys(messages)) {
    const { subject, text } = renderMail({
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
