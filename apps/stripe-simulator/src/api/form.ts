import { invalidRequest } from './error.ts'

export type Form = { [key: string]: FormValue }
export type FormValue = string | FormValue[] | Form

const maxDepth = 10
const maxFields = 1_000

/** Stripe's form encoding: `a[b]=1`, `list[]=x`, `list[0][name]=y`. Objects have no prototype, so no key is special. */
export function parseForm(text: string): Form {
  const form = emptyForm()
  const fields = [...new URLSearchParams(text)]
  if (fields.length > maxFields) throw invalidRequest(`Too many parameters: at most ${maxFields} are allowed.`)
  for (const [name, value] of fields) setValue(form, parsePath(name), value, name)
  return withLists(form, '') as Form
}

const emptyForm = (): Form => Object.create(null) as Form

function parsePath(name: string): string[] {
  const match = /^([^[\]]+)((?:\[[^[\]]*\])*)$/.exec(name)
  if (!match) throw invalidRequest(`Invalid parameter name: ${name.slice(0, 100)}`)
  const path = [match[1] ?? '', ...Array.from((match[2] ?? '').matchAll(/\[([^[\]]*)\]/g), ([, key]) => key ?? '')]
  if (path.length > maxDepth) throw invalidRequest(`Parameters may be nested at most ${maxDepth} deep.`)
  return path
}

function setValue(form: Form, path: string[], value: string, name: string): void {
  const [last = '', ...outer] = path.toReversed()
  let inner = form
  for (const key of outer.toReversed()) {
    const next = (inner[nextKey(inner, key)] ??= emptyForm())
    if (typeof next === 'string' || Array.isArray(next))
      throw invalidRequest(`Conflicting values for ${name}`, { param: name })
    inner = next
  }
  const key = nextKey(inner, last)
  if (typeof inner[key] === 'object') throw invalidRequest(`Conflicting values for ${name}`, { param: name })
  inner[key] = value
}

/** `list[]=x&list[]=y` counts up. */
const nextKey = (form: Form, key: string) => (key === '' ? String(Object.keys(form).length) : key)

/** An object whose keys are 0, 1, 2 … is a list, except in metadata, where people may number their keys. */
function withLists(value: FormValue, name: string): FormValue {
  if (typeof value === 'string' || Array.isArray(value) || name === 'metadata') return value
  const entries = Object.entries(value).map(([key, inner]) => [key, withLists(inner, key)] as const)
  const isList = name !== '' && entries.length > 0 && entries.every(([key], index) => key === String(index))
  if (isList) return entries.map(([, inner]) => inner)
  return Object.assign(emptyForm(), Object.fromEntries(entries))
}
