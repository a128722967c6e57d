import { expect, test } from 'vitest'
import { queryTerms, splitTerms } from './search-terms.ts'

test('only letters and digits are searched for', () => {
  expect(splitTerms(`Joe's "Café" & bike-repair!`)).toEqual(['joe', 's', 'café', 'bike', 'repair'])
  expect(splitTerms(`'); drop table businesses; --`)).toEqual(['drop', 'table', 'businesses'])
  expect(splitTerms('理髪店 ２４')).toEqual(['理髪店', '２４'])
  expect(splitTerms(':*!&|<->()\\')).toEqual([])
})

test('a query has eight terms at most', () => {
  expect(queryTerms('a b c d e f g h i j')).toHaveLength(8)
})
