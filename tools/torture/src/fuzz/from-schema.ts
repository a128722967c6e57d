import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { resolveReference, type Schema } from './openapi.ts'
import { line } from './values.ts'

/** Any value that the schema allows, whether or not such an object exists. */
export function fromSchema(reference: Schema): fc.Arbitrary<unknown> {
  const schema = resolveReference(reference)
  const choices = (schema['anyOf'] ?? schema['oneOf']) as Schema[] | undefined
  if (choices) return fc.oneof(...choices.map(fromSchema))
  if (schema['allOf'])
    return fc
      .tuple(...(schema['allOf'] as Schema[]).map(fromSchema))
      .map((parts) => Object.assign({}, ...parts) as unknown)
  if (schema['enum']) return fc.constantFrom(...(schema['enum'] as unknown[]))
  if ('const' in schema) return fc.constant(schema['const'])
  switch (schema['type']) {
    case 'object':
      return object(schema)
    case 'array':
      return fc.array(fromSchema((schema['items'] ?? {}) as Schema), {
        minLength: number(schema['minItems'], 0),
        maxLength: number(schema['minItems'], 0) + 3,
      })
    case 'string':
      return text(schema)
    case 'integer':
      return fc.integer({ min: bound(schema['minimum'], -1_000), max: bound(schema['maximum'], 1_000_000) })
    case 'number':
      return fc.double({ min: number(schema['minimum'], -1e6), max: number(schema['maximum'], 1e6), noNaN: true })
    case 'boolean':
      return fc.boolean()
    default:
      return fc.jsonValue()
  }
}

function object({
  properties = {},
  required = [],
}: { properties?: Schema; required?: string[] } & Schema): fc.Arbitrary<unknown> {
  const entries = Object.entries(properties as Record<string, Schema>).map(
    ([name, schema]) => [name, fromSchema(schema)] as const,
  )
  return fc.record(Object.fromEntries(entries), { requiredKeys: required })
}

function text({ pattern, format, maxLength }: Schema): fc.Arbitrary<string> {
  if (format === 'email') return fc.emailAddress()
  if (format === 'uri') return fc.webUrl()
  if (format === 'date-time') return instant
  if (format === 'date') return instant.map((text) => text.slice(0, 10))
  const plain = line.map((text) => text.slice(0, number(maxLength, 80)))
  if (typeof pattern !== 'string' || /\\p|\(\?/i.test(pattern)) return plain
  return fc.stringMatching(new RegExp(pattern))
}

const instant = fc
  .integer({ min: 0, max: 2 ** 31 - 1 })
  .map((seconds) => Temporal.Instant.fromEpochMilliseconds(seconds * 1_000).toString())

const number = (value: unknown, fallback: number): number => (typeof value === 'number' ? value : fallback)
const bound = (value: unknown, fallback: number): number =>
  Math.max(-(2 ** 31), Math.min(2 ** 31 - 1, number(value, fallback)))
