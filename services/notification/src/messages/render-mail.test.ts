import { expect, test } from 'vitest'
import { en } from './en.ts'
import { renderMail } from './render-mail.ts'

const about = {
  business: 'Bob <script>',
  service: 'Haircut',
  start: '2026-11-24T16:00:00Z',
  timeZone: 'America/Boise',
  refund: 2250,
  currency: 'USD',
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
  expect(html).toContain('$22.50')
})

test('whoever reads Spanish gets mails in Spanish, with times and amounts as they are written there', () => {
  const mail = { id: 'm', to: 'a@example.com', name: 'Ana', verified: true, kind: 'booking-confirmed', about: { ...about, business: 'Bob', amount: 4500, deposit: 1000, payment: 'online', createdAt: '2026-11-01T00:00:00Z', partySize: 2, freeUntilHours: 24, lateRefundShare: 5000, noShowRefundShare: 0 } } // prettier-ignore
  const { subject, text, html } = renderMail({ ...mail, locale: 'es' })
  expect(subject).toBe('Reserva confirmada: Haircut en Bob')
  expect(html).toContain('lang="es-US"')
  expect(text.replaceAll(/\s/g, ' ').split(/ {2}/)).toEqual([
    'Hola, Ana:',
    'Haircut, 2 personas',
    'Cuándo: mar, 24 de nov de 2026, 9:00 a.m. MST',
    'Dónde: Bob',
    'Precio: $45.00. Depósito pagado en línea: $10.00. A pagar en la cita: $35.00.',
    'Cancelación gratis hasta el lun, 23 de nov de 2026, 9:00 a.m. MST. Después, se reembolsan $5.00. Si no te presentas, no hay reembolso.',
    'Buy Locals',
  ])
})

test('a time that ends a Spanish sentence is followed by one full stop', () => {
  const held = { ...about, payBy: '2026-11-24T22:00:00Z', amount: 4500, deposit: 4500 }
  const mail = { id: 'm', to: 'a@example.com', name: 'Ana', verified: true, kind: 'booking-held', about: held }
  const { text } = renderMail({ ...mail, locale: 'es-US' })
  expect(text.replaceAll(/\s/g, ' ')).toContain('3:00 p.m. Paga')
})

test.each(['en', 'es'])('every mail has a subject and a text in %s', (locale) => {
  for (const kind of Object.keys(en.mails)) {
    const { subject, text } = renderMail({
      id: 'm',
      to: 'a@example.com',
      name: 'Ada',
      verified: true,
      locale,
      kind,
      about: { ...about, message: 'Kim is ill', by: 'Cora', stars: 4, fault: 'closed', payBy: '2026-11-24T15:55:00Z' },
      link: 'http://127.0.0.1/x',
    })
    expect(subject.length).toBeGreaterThan(5)
    expect(text).not.toContain('undefined')
    expect(text).not.toContain('..')
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
    'Message from Bob <script>: Kim is ill',
  )
})

test('whoever reads British English reads it in its spelling, and what people wrote as they wrote it', () => {
  const mail = { id: 'm', to: 'a@example.com', name: 'Ada', verified: true, kind: 'booking-cancelled' }
  const of = { ...about, message: 'We canceled it: Kim is ill' }
  const read = (locale: string) => renderMail({ ...mail, locale, about: of })
  expect([read('en-US').subject, read('en-GB').subject]).toEqual([
    'Canceled: Haircut at Bob <script>',
    'Cancelled: Haircut at Bob <script>',
  ])
  expect(read('en-GB').text).toContain('This booking is cancelled.')
  expect(read('en-GB').text).toContain('We canceled it: Kim is ill')
})
