import { formerCustomer } from '@buy-locals/contracts/review/shapes'
import { expect, test } from 'vitest'
import { formatAuthor } from '../src/messages/author-name'
import { createI18n } from '../src/i18n'
import { es as features } from '../src/messages/es'
import { notificationText } from '../src/messages/notification-text'
import { english } from '../src/testing/english'

const spanish = createI18n('es-US', { features })

test('whoever was erased is a former customer in the language of the reader', () => {
  expect([english, spanish].map((i18n) => formatAuthor(i18n, formerCustomer))).toEqual([
    'Former customer',
    'Antiguo cliente',
  ])
  expect(formatAuthor(spanish, 'Cora')).toBe('Cora')
})

test('a notification names whoever was erased in the language of the reader', () => {
  const booked = { kind: 'booking-new', about: { by: formerCustomer, service: 'Corte' } }
  expect(notificationText(spanish, booked)).toContain('Antiguo cliente, Corte')
  const reviewed = { kind: 'review-new', about: { by: formerCustomer, stars: 4 } }
  expect(notificationText(spanish, reviewed)).toContain('Antiguo cliente')
})
