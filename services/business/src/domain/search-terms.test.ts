import { expect, test } from 'vitest'
import { joinNeighbors, queryTerms, splitTerms } from './search-terms.ts'

test('only letters and digits are searched for', () => {
  expect(splitTerms(`Joe's "Café" & bike-repair!`)).toEqual(['joes', 'cafe', 'bike', 'repair'])
  expect(splitTerms(`'); drop table businesses; --`)).toEqual(['drop', 'table', 'businesses'])
  expect(splitTerms('理髪店 ２４')).toEqual(['理髪店', '24'])
  expect(splitTerms(':*!&|<->()\\')).toEqual([])
})

test('letters are those of any keyboard, and an apostrophe parts no word', () => {
  expect(splitTerms('O’Malley’s Smørrebrød, Łódź Straße Ærø')).toEqual([
    'omalleys',
    'smorrebrod',
    'lodz',
    'strasse',
    'aero',
  ])
  expect(splitTerms('T J\'s "Ha\' Penny"')).toEqual(['t', 'js', 'ha', 'penny'])
  expect(splitTerms('ガラス हिन्दी')).toEqual(['ガラス', 'हिन्दी'])
})

test('what stands together could be one word', () => {
  expect(joinNeighbors(splitTerms('Day Care Center'))).toEqual(['daycare', 'carecenter'])
  expect(joinNeighbors([])).toEqual([])
})

test('a query has eight terms at most', () => {
  expect(queryTerms('a b c d e f g h i j')).toHaveLength(8)
})
