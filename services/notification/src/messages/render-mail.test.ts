import { expect, test } from 'vitest'
import { en } from './en.ts'
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
    verified: true,
    locale: 'en',
    kind: 'booking-confirmed',
    about,
    link: 'http://127.0.0.1/x',
  })
  expect(subject).toBe('Booked: Haircut at Bob <script>')
  expect(text).toMatch(/Tue, Nov 24, 2026, 9:00\sAM MST/)
  expect(text).toContain('See my booking: http://127.0.0.1/x')
})

test('a mail is written in the locale of its reader', () => {
  const mail = { id: 'm', to: 'a@example.com', name: 'Ada', verified: true, kind: 'payment-refunded', about: { ...about, amount: 123_450, currency: 'USD' } } // prettier-ignore
  expect(renderMail({ ...mail, locale: 'en-US' }).subject).toBe('Refunded: $1,234.50 paid to Bob <script>')
  expect(renderMail({ ...mail, locale: 'en-GB' }).subject).toBe('Refunded: US$1,234.50 paid to Bob <script>')
  expect(renderMail({ ...mail, kind: 'booking-confirmed', locale: 'en-GB' }).text).toContain(
    'Tue, 24 Nov 2026, 09:00 GMT-7',
  )
  expect(renderMail({ ...mail, locale: 'xx-yy-zz' }).html).toContain('lang="en-US"')
})

test('the name of a business is never markup', () => {
  const { html } = renderMail({
    id: 'm',
    to: 'a@example.com',
    name: '<b>',
    verified: true,
    locale: 'en',
    kind: 'booking-cancelled',
    about,
    link: 'http://127.0.0.1/"x',
  })
  expect(html).not.toMatch(/<script>|<b>|\/"x/)
  expect(html).toContain('50%')
})

test('every mail has a subject and a text', () => {
  for (const kind of Object.keys(en.mails)) {
    const { subject, text } = renderMail({
      id: 'm',
      to: 'a@example.com',
      name: 'Ada',
      verified: true,
      locale: 'en',
      kind,
      about: { ...about, message: 'Kim is ill' },
      link: 'http://127.0.0.1/x',
    })
    expect(subject.length).toBeGreaterThan(5)
    expect(text).not.toContain('undefined')
  }
})

const render = (name: string, verified: boolean, business: string) =>
  renderMail({
    id: 'm',
    to: 'a@example.com',
    name,
    verified,
    locale: 'en',
    kind: 'booking-confirmed',
    about: { ...about, business },
  })

test('names stand in mails without addresses and domains, and those that nobody has proven not at all', () => {
  for (const name of [
    'win.example',
    'https://win.example/now',
    'me@win.example',
    'win\u3002example',
    'win\uFF0Eexample',
  ]) {
    const { subject, text, html } = render(name, true, `${name} Barber`)
    for (const written of [subject, text, html ?? ''])
      expect(written.toLowerCase()).not.toMatch(/win[.\u3002\uFF0E]example|me@|https:\/\/win/)
    expect(subject).toMatch(/win example( now)? Barber/)
  }
  expect(render('Dr. J.R. Lane', true, 'St. Mary').text).toMatch(/^Hello Dr. J R. Lane,/)
  expect(render('Free coins', false, 'Bob').text).toMatch(/^Hello,/)
})

test('what the business wrote when it cancelled is in the mail', () => {
  expect(en.mails['booking-cancelled']({ ...about, message: 'Kim is ill' }).lines).toContain(
    'Bob <script> writes: Kim is ill',
  )
})
