import { notificationGroups } from '@buy-locals/contracts/notification/shapes'
import { hostileNames } from '@buy-locals/contracts/testing/hostile-names'
import { expect, test } from 'vitest'
import { en } from './push-en.ts'
import { es } from './push-es.ts'
import { renderPush } from './render-push.ts'

const sorted = (kinds: readonly string[]) => kinds.toSorted((a, b) => a.localeCompare(b))
const about = {
  ...{ business: 'Third Street Barber', service: 'Beard trim', start: '2026-11-24T16:00:00Z', staff: 'Ana Reyes' },
  ...{ timeZone: 'America/Boise', by: 'Cora Lane', amount: 4_500, currency: 'USD', message: 'I lost my keys' },
  ...{ stars: 1, address: '12 Third Street', phone: '+12085550123', reason: 'I am ill' },
}

test('the kinds that have push and those that have a text of one are the same', () => {
  const pushed = Object.values(notificationGroups).filter(({ channels }) => channels.push)
  expect(sorted(pushed.flatMap(({ kinds }) => kinds))).toEqual(sorted(Object.keys(en.kinds)))
})

test.each(['en-US', 'es-US'])(
  'in %s a locked screen shows what happened, where and when, and nothing else',
  (locale) => {
    for (const kind of Object.keys(en.kinds)) {
      const { title, text } = renderPush({ locale, kind, about })
      const texts = locale === 'en-US' ? en : es
      expect(title).toBe(texts.kinds[kind as keyof typeof en.kinds])
      expect(text).toMatch(/^Third Street Barber\n[^\n]+9:00[^\n]+$/)
      for (const secret of ['Beard', 'Ana', 'Cora', '45', 'keys', 'Street Barber,', '5550123', ' ill'])
        expect(`${title} ${text}`).not.toContain(secret)
      expect(renderPush({ locale, kind, about: { stars: 5, by: 'Cora Lane' } }).text).toBe(texts.read)
    }
  },
)

test('a name is cut, and none becomes a link or another line', () => {
  for (const business of [...hostileNames, 'x'.repeat(5_000)]) {
    const { text } = renderPush({ locale: 'en-US', kind: 'booking-confirmed', about: { ...about, business } })
    expect(text.length).toBeLessThan(160)
    expect(text.split('\n').length).toBeLessThanOrEqual(2)
    expect(text).not.toMatch(/:\/\/|[\r\u2028\u2029\0]/)
  }
})
