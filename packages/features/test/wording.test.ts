import { expect, test } from 'vitest'
import { en } from '../src/messages/en'
import { es } from '../src/messages/es'
import { appTexts } from '../src/messages/languages'
import { findOddEnds, listTexts } from '../src/testing/texts'

test.each([en, es])(
  'what is wrong with a field is one sentence without a full stop, or several with theirs',
  (texts) => {
    expect(findOddEnds({ fault: texts.fault, form: texts.form })).toEqual([])
  },
)

test('a text is spelled as Americans do, and for readers of British English as they do', async () => {
  const texts = listTexts(en)
  expect(texts.filter((text) => /cancell(ed|ing)/i.test(text))).toEqual([])
  const own = { features: en }
  const { load } = appTexts('features', { en: async () => own, es: async () => own, british: async () => ({}) })
  const read = async (locale: 'en-US' | 'en-GB') => (await load(locale)).translator.t('features:booking.cancelledYou')
  expect(await Promise.all([read('en-US'), read('en-GB')])).toEqual([
    'You canceled this booking.',
    'You cancelled this booking.',
  ])
})
