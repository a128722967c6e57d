import fc from 'fast-check'
import { expect, test } from 'vitest'
import { countSegments, toGsm7 } from './gsm7.ts'

test('160 signs of GSM are one segment, 70 of anything else', () => {
  expect(countSegments('a'.repeat(160))).toBe(1)
  expect(countSegments('a'.repeat(161))).toBe(2)
  expect(countSegments('a'.repeat(306))).toBe(2)
  expect(countSegments('a'.repeat(307))).toBe(3)
  expect(countSegments('€'.repeat(80))).toBe(1)
  expect(countSegments('€'.repeat(81))).toBe(2)
  expect(countSegments('á'.repeat(70))).toBe(1)
  expect(countSegments('á'.repeat(71))).toBe(2)
  expect(countSegments('💇'.repeat(35))).toBe(1)
  expect(countSegments('💇'.repeat(36))).toBe(2)
})

test('Spanish is written with the signs of GSM, and can be read as Spanish still', () => {
  expect(toGsm7('¡Mañana a las 9:00 a.\u202Fm., Peluquería Núñez — “corte”…')).toBe(
    '¡Mañana a las 9:00 a. m., Peluqueria Nuñez - "corte"...',
  )
  expect(toGsm7('床屋')).toBe('床屋')
})

test('what is written plainly is never more segments, and stays as it is when it is written plainly again', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
      const plain = toGsm7(text)
      expect(toGsm7(plain)).toBe(plain)
      expect(countSegments(toGsm7('a'.repeat(10)))).toBe(1)
    }),
  )
})
