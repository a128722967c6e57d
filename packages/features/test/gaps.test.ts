import { pseudoLocale } from '@buy-locals/values/locale'
import { expect, test } from 'vitest'
import { createI18n, translateFrom } from '../src/i18n'

const texts = { features: { removed: 'The business and {{name}} get your reason.' } }
const translate = (locale: string) =>
  translateFrom<(typeof texts)['features']>('features')(createI18n(locale, texts))('removed')

test('a value that is forgotten leaves nothing for readers, and the gap where tests look for it', () => {
  expect(translate('en-US')).toBe('The business and  get your reason.')
  expect(translate(pseudoLocale)).toContain('{{name}}')
})

test('a value that ends with a full stop is not followed by a second one', () => {
  const until = { features: { until: 'Gratis hasta las {{time}}. Después no.' } }
  const translated = translateFrom<(typeof until)['features']>('features')(createI18n('es-US', until))
  expect(translated('until', { time: '3:00 p.m.' })).toBe('Gratis hasta las 3:00 p.m. Después no.')
  expect(translated('until', { time: '15:00' })).toBe('Gratis hasta las 15:00. Después no.')
})
