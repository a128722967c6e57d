import { expect, test } from 'vitest'
import { en } from './en.ts'
import { renderMail } from './render-mail.ts'

const about = {
  ...{ business: 'Third Street Barber', service: 'Haircut', by: 'Cora', timeZone: 'America/Boise', count: 1 },
  ...{ start: '2026-11-24T16:00:00Z', payBy: '2026-11-24T15:55:00Z', fault: 'closed', stars: 4, message: 'Kim is ill' },
}
const link = 'https://buylocals.example/bookings/bkg_1'
const person = { id: 'm', to: 'a@example.com', name: 'Ada', verified: true, link }
const items = [{ kind: 'booking-new', about }]
const preheaderOf = (html = '') => /<div style="display:none[^>]*>([^<]*?)&#847;/.exec(html)?.[1] ?? ''

const every = ['en', 'es'].flatMap((locale) => Object.keys(en.mails).map((kind) => ({ locale, kind })))

test.each(every)(
  'the mail $kind in $locale has a preheader and a plain text, is right in dark, and loads nothing',
  ({ locale, kind }) => {
    const { subject, text, html = '' } = renderMail({ ...person, locale, kind, about, items })
    const preheader = preheaderOf(html)
    expect(preheader.length).toBeGreaterThan(15)
    expect(preheader.length).toBeLessThanOrEqual(141)
    expect(preheader).not.toMatch(/^(Hello|Hola)\b/)
    expect(text.length).toBeGreaterThan(40)
    expect(text).not.toMatch(/[<>]|&\w+;/)
    expect(html).toContain('<meta name="color-scheme" content="light dark">')
    expect(html).toContain('@media (prefers-color-scheme:dark)')
    expect(html).toContain(`<html lang="${locale}-US">`)
    expect(html).toContain(`<title>${subject}</title>`)
    expect(html).not.toMatch(/<(img|link|script|iframe|object|video|audio|form|base)\b|\b(src|srcset|background)=/i)
    expect(html).not.toMatch(/url\(|@import/i)
    expect(html.match(/https?:\/\/[^"<\s]+/g) ?? []).toEqual(text.includes(link) ? [link] : [])
  },
)

test('the preheader of a booking has the time, and that of a digest what happened', () => {
  const booked = renderMail({ ...person, locale: 'en', kind: 'booking-confirmed', about })
  expect(preheaderOf(booked.html).replaceAll(/\s/g, ' ')).toBe('Haircut · When: Tue, Nov 24, 2026, 9:00 AM MST · Where: Third Street Barber') // prettier-ignore
  const digest = renderMail({ ...person, locale: 'en', kind: 'daily-digest', about, items })
  expect(preheaderOf(digest.html)).toMatch(/^New booking: Cora, Haircut/)
})

test('a long text is cut between words in the preheader, and what is written there never becomes markup', () => {
  const message = `</div><script>alert(1)</script> ${'We are closed today. '.repeat(20)}`
  const { html } = renderMail({ ...person, locale: 'en', kind: 'session-message', about: { ...about, message } })
  expect(html).not.toMatch(/<script|alert\(1\)<\/script/)
  expect(preheaderOf(html)).toMatch(/(We|are|closed|today\.)…$/)
})
