import type { z } from 'zod'

type Strip = (value: unknown) => unknown

let isTrusted = false

/** For a host in production. A month of free starts has thousands of texts, each of which is known to be right: their kind alone is looked at. Returns what ends it. */
export function trustOwnData(): () => void {
  isTrusted = true
  return () => void (isTrusted = false)
}

/** What the contract promises of something of our own, and nothing besides. Unless it is trusted, the whole schema is checked, and that both come to the same. */
export function stripTo<S extends z.ZodType>(schema: S, value: unknown): z.output<S> {
  if (isTrusted) return stripper(schema)(value) as z.output<S>
  const checked = schema.parse(value)
  if (JSON.stringify(stripper(schema)(value)) !== JSON.stringify(checked))
    throw new Error('It is stripped to something else where it is trusted')
  return checked
}

const strippers = new WeakMap<z.core.$ZodType, Strip>()

function stripper(schema: z.core.$ZodType): Strip {
  const before = strippers.get(schema)
  if (before) return before
  const made = makeStripper(schema as z.core.$ZodTypes)
  strippers.set(schema, made)
  return made
}

/** Whatever is not plainly the same as it was is left to the schema. */
function makeStripper(schema: z.core.$ZodTypes): Strip {
  const { def } = schema._zod
  if (def.checks?.some(({ _zod }) => _zod.def.check === 'overwrite')) return parse(schema)
  switch (def.type) {
    case 'object':
      return def.catchall ? parse(schema) : stripObject(def.shape)
    case 'array':
      return stripArray(stripper(def.element))
    case 'optional':
    case 'nullable':
      if (def.innerType._zod.optin !== undefined) return parse(schema) // it may have a default
      return stripUnless(def.type === 'optional' ? undefined : null, stripper(def.innerType))
    case 'string':
    case 'number':
    case 'boolean':
      return isCoerced(def) ? parse(schema) : refuseUnless(def.type)
    default:
      return parse(schema)
  }
}

const isCoerced = (def: object): boolean => 'coerce' in def && def.coerce === true

const parse =
  (schema: z.core.$ZodType): Strip =>
  (value) =>
    (schema as z.ZodType).parse(value)

/** Nothing that has fields passes for a text. */
const refuseUnless =
  (type: 'string' | 'number' | 'boolean'): Strip =>
  (value) => {
    if (typeof value !== type) throw new TypeError(`No ${type}`)
    return value
  }

const stripUnless =
  (nothing: undefined | null, strip: Strip): Strip =>
  (value) =>
    value === nothing ? value : strip(value)

const stripArray =
  (strip: Strip): Strip =>
  (value) => {
    if (!Array.isArray(value)) throw new TypeError('No list')
    return value.map((item) => strip(item))
  }

function stripObject(shape: z.core.$ZodShape): Strip {
  const fields = Object.entries(shape).map(([name, schema]) => [name, stripper(schema)] as const)
  return (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new TypeError('No object')
    const stripped: Record<string, unknown> = {}
    for (const [name, strip] of fields) {
      const field = strip((value as Record<string, unknown>)[name])
      if (field !== undefined) stripped[name] = field
    }
    return stripped
  }
}
