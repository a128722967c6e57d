import { expect, test } from 'vitest'
import { Refusal } from '@buy-locals/api-client/refusal'
import { faults } from '@buy-locals/contracts/fault'
import { createI18n, type I18n } from '../src/i18n'
import { en } from '../src/messages/en'
import { fieldErrors } from '../src/messages/error-text'
import { es } from '../src/messages/es'
import { english } from '../src/testing/english'

const spanish = createI18n('es-US', { features: es })
const refused = (...errors: object[]) => new Refusal(422, { code: 'invalid-request', errors })
const textOf = (i18n: I18n, fault: object, pointer = '/body/price/amount') =>
  Object.entries(fieldErrors(i18n, refused({ pointer, detail: 'for developers', ...fault })))[0]

test('everything that can be wrong with a field has its own words, with the values that come with it', () => {
  const codes = Object.keys(faults) as (keyof typeof faults)[]
  for (const { fault } of [en, es]) {
    for (const code of codes) {
      const gaps = [...fault[code].matchAll(/{{(\w+)}}/g)].map(([, name]) => name)
      expect([code, gaps]).toEqual([code, faults[code]])
    }
    expect(Object.keys(fault).toSorted()).toEqual(codes.toSorted())
    expect(new Set(Object.values(fault)).size).toBe(codes.length)
  }
})

test('what the server finds wrong is told at its field, in the language of the reader and with their money', () => {
  const fault = { code: 'not-chargeable', nearest: { amount: 104_500, currency: 'USD' } }
  expect(textOf(english, fault)).toEqual(['price', 'Cards can’t move exactly this amount. Enter $1,045.00.'])
  expect(textOf(spanish, fault)).toEqual(['price', 'Las tarjetas no admiten esta cantidad exacta. Escribe $1,045.00.'])
  expect(textOf(english, { code: 'not-an-email' }, '/guest/email')?.[0]).toBe('guest.email')
})

test('of a field with several faults the first is told', () => {
  const pointer = '/body/name'
  expect(fieldErrors(english, refused({ pointer, code: 'required' }, { pointer, code: 'unusable' }))).toEqual({
    name: 'This can’t be empty',
  })
})

test('the bound of a share is a percentage, as it is typed', () => {
  const fault = { code: 'too-big', max: 10_000 }
  expect(textOf(english, fault, '/body/depositBasisPoints')?.[1]).toBe('Enter 100 or less')
  expect(textOf(english, fault, '/body/weight')?.[1]).toBe('Enter 10,000 or less')
})

test('what has no code, or one newer than the app, is told in words of the app', () => {
  for (const fault of [{}, { code: 'made-tomorrow' }, { code: 'required.x' }]) {
    expect(textOf(english, fault)?.[1]).toBe('This can’t be used. Enter something else.')
    expect(textOf(spanish, fault)?.[1]).toBe('Esto no se puede usar. Escribe otra cosa.')
  }
})
