import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { z } from 'zod'
import { operations } from './operations.ts'
import { readLine } from './plain-text.ts'
import { line, text } from './shapes.ts'

const hidden = ['\u00AD', '\u034F', '\u061C', '\u115F', '\u180E', '\u200B', '\u200C', '\u200D', '\u200E', '\u202A', '\u202E', '\u2060', '\u2066', '\u2069', '\u2800', '\u3164', '\uFE00', '\uFE0F', '\uFEFF', '\uFFA0', '\uFFF9', '\u{E0041}', '\u{E0100}', '\uE000', '\uFFFF'] // prettier-ignore

test('what nobody can see is taken out of a name, and a name of nothing else is refused', () => {
  for (const character of hidden) {
    expect(line(80).parse(`Zo${character}e`)).toBe('Zoe')
    expect(text(80).parse(`${character}Zoe${character}`)).toBe('Zoe')
    expect(line(80).safeParse(character.repeat(3)).success).toBe(false)
  }
  expect(line(80).safeParse('\u0301').success).toBe(false)
})

test('equal names are equal: composed, and without spaces around them', () => {
  expect(line(80).parse(' Cafe\u0301 Zoe\u0308 ')).toBe('Café Zoë')
})

test('control characters are refused, and line breaks where there is one line', () => {
  for (const character of ['\u0000', '\u0007', '\u001B', '\u007F', '\u0085'])
    expect(text(80).safeParse(`a${character}b`).success).toBe(false)
  for (const character of ['\n', '\r', '\u2028', '\u2029'])
    expect(line(80).safeParse(`a${character}b`).success).toBe(false)
  expect(text(80).parse('one\r\n\ttwo')).toBe('one\r\n\ttwo')
})

test('names of every script and emoji stay as they are', () => {
  const names = ['Zoë’s Café – Nº 1', 'می‌خواهم', 'क्‍ष', '床屋 さくら', 'ร้านตัดผม', 'Парикмахерская', 'عيادة', '👩‍💻 Repairs', '❤️ Nails', '1️⃣ Gym', '👍🏽', '★', '’'] // prettier-ignore
  for (const name of names) expect(line(80).parse(name)).toBe(name.normalize('NFC'))
})

type Leaf = { path: string; schema: z.ZodType }

type Parts = { type: string; shape?: Record<string, Schema>; options?: Schema[] } & Partial<
  Record<'innerType' | 'element' | 'in' | 'valueType' | 'keyType', Schema>
>
type Schema = z.ZodType & { def: Parts }

/** Every place in a schema where a string goes. What becomes something else than a string is looked at as a whole. */
function* listStrings(schema: Schema, path: string): Generator<Leaf> {
  const { def } = schema
  if (def.type === 'string' || (def.type === 'pipe' && def.in?.def.type === 'string')) return yield { path, schema }
  for (const part of [def.innerType, def.element, def.in, def.valueType, def.keyType, ...(def.options ?? [])])
    if (part) yield* listStrings(part, path)
  for (const [name, part] of Object.entries(def.shape ?? {})) yield* listStrings(part, `${path}/${name}`)
}

/** Made by machines and compared as they are, or secrets that hold whatever their owner types. */
const notWritten = /\/(token|accessToken|refreshToken|password|newPassword|currentPassword)$/

test('no operation takes text of people that may hide something', () => {
  const bare: string[] = []
  let strings = 0
  for (const { id, body, query } of operations) {
    for (const { path, schema } of [body, query].flatMap((part) =>
      part ? [...listStrings(part as Schema, id)] : [],
    )) {
      strings++
      if (notWritten.test(path)) continue
      const isBare = ['\u202E', '\u200B', '\u0007', '\u2066'].some((character) => {
        const parsed = [`a${character}`, `abcdefgh${character}ijklmnopqr`].map((text) => schema.safeParse(text))
        return parsed.some(({ success, data }) => success && String(data).includes(character))
      })
      if (isBare) bare.push(path)
    }
  }
  expect(strings).toBeGreaterThan(80)
  expect(bare).toEqual([])
})

test('an app without shapes reads a line as a server does', () => {
  const typed = fc.string({ unit: fc.constantFrom(...'aé \n\u2028\u200B\u0301', '👩‍💻', '👍'), maxLength: 12 })
  const lines = fc.oneof(typed, fc.string({ unit: 'binary', maxLength: 12 }))
  const lengths = fc.integer({ min: 1, max: 10 })
  fc.assert(fc.property(lines, lengths, (text, max) => readLine(text, max) === line(max).safeParse(text).data))
  expect([readLine(' Cafe\u0301 ', 4), readLine('Cafés', 4), readLine('👍👍', 2)]).toEqual(['Café', undefined, '👍👍'])
})
