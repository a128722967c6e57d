import { expect, onTestFinished, test } from 'vitest'
import { z } from 'zod'
import { stripTo, trustOwnData } from '../src/strip.ts'

const inner = z.object({ name: z.string().trim(), note: z.string().nullable().optional() })
const schema = z.object({
  count: z.number(),
  isOpen: z.boolean().optional(),
  list: z.array(inner),
  choice: z.union([
    z.object({ kind: z.literal('a'), a: z.string() }),
    z.object({ kind: z.literal('b'), b: z.number() }),
  ]),
  size: z.number().default(3).optional(),
  byName: z.record(z.string(), inner),
})
const secret = { password: 's3cret' }
const value = {
  ...{ list: [{ name: ' Ada ', note: null, ...secret }], count: 1, isOpen: undefined },
  ...{ choice: { kind: 'b', b: 2, ...secret }, byName: { x: { name: 'Bo', ...secret } }, ...secret },
}
const text =
  '{"count":1,"list":[{"name":"Ada","note":null}],"choice":{"kind":"b","b":2},"size":3,"byName":{"x":{"name":"Bo"}}}'

test('what is checked and what is trusted is stripped to the same: nothing that the contract does not promise leaves', () => {
  expect(JSON.stringify(stripTo(schema, value))).toBe(text)
  expect(() => stripTo(schema, { ...value, count: Number.NaN })).toThrow(z.ZodError)
  onTestFinished(trustOwnData())
  expect(JSON.stringify(stripTo(schema, value))).toBe(text)
})

test('where it is trusted, nothing that has fields passes for a text, a number or a list', () => {
  onTestFinished(trustOwnData())
  const { list, ...others } = value
  const wrong = [{ ...value, count: secret }, { ...value, isOpen: [secret] }, { ...others, list: secret }, { ...others, list: [[secret]] }, others, secret] // prettier-ignore
  for (const each of wrong) expect(() => stripTo(schema, each)).toThrow(/No (number|boolean|list|object|string)/)
})
