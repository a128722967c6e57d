import { notificationGroups } from '@buy-locals/contracts/notification/shapes'
import { hostileNames } from '@buy-locals/contracts/testing/hostile-names'
import { expect, test } from 'vitest'
import { countSegments } from '../domain/gsm7.ts'
import { renderNotice, renderSms, type Notice } from './render-sms.ts'
import { en } from './sms-en.ts'

const kinds = Object.keys(en.kinds)
const about = {
  business: 'Peluquería y Barbería Hermanos Núñez de la Calle Tercera',
  service: 'Corte, color y tratamiento de hidratación con queratina',
  start: '2026-11-24T16:00:00Z',
  timeZone: 'America/Argentina/Buenos_Aires',
}
const link = 'https://market.buylocals.example/s/Ab3dE_-x'

test('the kinds that have SMS and those that have a text of one are the same', () => {
  const groups = Object.values(notificationGroups)
  const texted = groups.filter(({ channels }) => channels.sms).flatMap((group) => group.kinds)
  expect(texted.toSorted((a, b) => a.localeCompare(b))).toEqual(kinds.toSorted((a, b) => a.localeCompare(b)))
})

test.each(['en-US', 'es-US', 'en-GB', 'es-ES'])(
  'in %s every SMS is one segment, with its sender and its link',
  (locale) => {
    for (const kind of kinds) {
      const text = renderSms({ locale, kind, about, link })
      expect([kind, countSegments(text)]).toEqual([kind, 1])
      expect(text).toMatch(/^Buy Locals: .+ https:\/\/market\.buylocals\.example\/s\/Ab3dE_-x$/)
      expect(text).toMatch(/24/)
    }
    for (const notice of Object.keys(en.notices) as Notice[])
      expect([notice, countSegments(renderNotice(locale, notice, '123456'))]).toEqual([notice, 1])
  },
)

test('a name that is short is written in full', () => {
  const short = { ...about, business: 'Third Street Barber', service: 'Haircut', timeZone: 'America/Boise' }
  expect(renderSms({ locale: 'en-US', kind: 'booking-confirmed', about: short, link })).toBe(
    `Buy Locals: Booked. Haircut at Third Street Barber, Tue, Nov 24, 9:00 AM MST ${link}`,
  )
})

test('a name in letters that GSM lacks is written as it is, and nobody’s name becomes a link or a second line', () => {
  const text = renderSms({ locale: 'en-US', kind: 'booking-confirmed', about: { ...about, business: '床屋' }, link })
  expect(text).toContain('床屋')
  for (const business of hostileNames) {
    const sms = renderSms({ locale: 'en-US', kind: 'booking-confirmed', about: { ...about, business }, link })
    expect(sms.split(/https?:/)).toHaveLength(2)
    expect(sms).not.toMatch(/[\r\n\u2028\u2029\0]/)
  }
})
