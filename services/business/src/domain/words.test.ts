import { expect, test } from 'vitest'
import { wantedWords, wordsOf } from './words.ts'

test('only letters and digits are looked for', () => {
  expect(wordsOf(`Joe's "Café" & bike-repair!`)).toEqual(['joe', 's', 'café', 'bike', 'repair'])
  expect(wordsOf(`'); drop table businesses; --`)).toEqual(['drop', 'table', 'businesses'])
  expect(wordsOf('理髪店 ２４')).toEqual(['理髪店', '２４'])
  expect(wordsOf(':*!&|<->()\\')).toEqual([])
})

test('nobody means more than eight words', () => {
  expect(wantedWords('a b c d e f g h i j')).toHaveLength(8)
})
