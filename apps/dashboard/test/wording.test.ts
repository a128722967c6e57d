import { expect, test } from 'vitest'
import { findOddEnds, listTexts } from '@buy-locals/features/testing/texts'
import { english } from '../src/messages/texts-en'
import { spanish } from '../src/messages/texts-es'

test('what is wrong with a field is one sentence without a full stop, or several with theirs', () => {
  expect([english, spanish].flatMap(({ dashboard }) => findOddEnds(dashboard.field))).toEqual([])
})

test('English is spelled as Americans do', () => {
  expect(listTexts(english.dashboard).filter((text) => /cancell(ed|ing)/i.test(text))).toEqual([])
})
