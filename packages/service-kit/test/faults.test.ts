import { expect, test } from 'vitest'
import { z } from 'zod'
import type { Operation } from '@buy-locals/contracts/operation'
import type { Problem } from '@buy-locals/contracts/problem'
import { line } from '@buy-locals/contracts/shapes'
import { price } from '@buy-locals/values/money'
import { readQuery } from '../src/request-input.ts'

const schema = z.strictObject({
  name: line(5),
  password: z.string().min(10).optional(),
  mail: z.email().optional(),
  website: z.url().optional(),
  spots: z.int().min(1).max(9).optional(),
  staff: z.array(z.string()).min(1).max(2).optional(),
  kind: z.enum(['a', 'b']).optional(),
  price: price.optional(),
  digits: z.string().regex(/^\d+$/, 'digits').optional(),
})

/** Of the first that is wrong: what is empty has no text that can be seen either. */
function reasonFor(fields: Record<string, unknown>): unknown {
  try {
    readQuery({ query: schema } as unknown as Operation, { query: { name: 'Sam', ...fields } as never })
    return undefined
  } catch (error) {
    const { errors = [] } = (error as Problem).extras
    return errors.map(({ pointer: _, detail, ...reason }) => (detail ? reason : 'no detail'))[0]
  }
}

test('what breaks a rule of the contract is told with the code of the rule and its bound', () => {
  const reasons: [fields: Record<string, unknown>, reason: object][] = [
    [{ name: undefined }, { code: 'required' }],
    [{ name: '  ' }, { code: 'required' }],
    [{ name: 'Samuel' }, { code: 'too-long', max: 5 }],
    [{ name: 5 }, { code: 'unusable' }],
    [{ password: 'short' }, { code: 'too-short', min: 10 }],
    [{ mail: 'sam@' }, { code: 'not-an-email' }],
    [{ website: 'example' }, { code: 'not-a-web-address' }],
    [{ spots: 0 }, { code: 'too-small', min: 1 }],
    [{ spots: 10 }, { code: 'too-big', max: 9 }],
    [{ spots: 1.5 }, { code: 'not-whole' }],
    [{ spots: 'many' }, { code: 'unusable' }],
    [{ staff: [] }, { code: 'too-few', min: 1 }],
    [{ staff: ['a', 'b', 'c'] }, { code: 'too-many', max: 2 }],
    [{ kind: 'c' }, { code: 'not-listed' }],
    [{ price: { amount: 100_000_000, currency: 'USD' } }, { code: 'not-an-amount' }],
    [{ price: { amount: 1, currency: 'XYZ' } }, { code: 'not-listed' }],
    [{ digits: 'ten' }, { code: 'unusable' }],
    [{ other: 1 }, { code: 'unusable' }],
  ]
  for (const [fields, reason] of reasons) expect([fields, reasonFor(fields)]).toEqual([fields, reason])
  expect(reasonFor({})).toBeUndefined()
})
