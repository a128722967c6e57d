import { invalid } from './refusal.ts'

export type Form = { [key: string]: FormValue }
export type FormValue = string | FormValue[] | Form

const deepest = 10
const mostFields = 1_000

/** Stripe's form encoding: `a[b]=1`, `list[]=x`, `list[0][name]=y`. Objects have no prototype, so no key is special. */
export function parseForm(text: string): Form {
  const form = emptyForm()
  const fields = [...new URLSearchParams(text)]
  if (fields.length > mostFields) throw invalid(`Too many parameters: at most ${mostFields} are allowed.`)
  for (const [name, value] of fields) place(form, pathOf(name), value, name)
  return listsIn(form, '') as Form
}

const emptyForm = (): Form => Object.create(null) as Form

function pathOf(name: string): string[] {
  const match = /^([^[\]]+)((?:\[[^[\]]*\])*)$/.exec(name)
  if (!match) throw invalid(`Invalid parameter name: ${name.slice(0, 100)}`)
  const path = [match[1] ?? '', ...Array.from((match[2] ?? '').matchAll(/\[([^[\]]*)\]/g), ([, key]) => key ?? '')]
  if (path.length > deepest) throw invalid(`Parameters may be nested at most ${deepest} deep.`)
  return path
}

function place(form: Form, path: string[], value: string, name: string): void {
  const [last = '', ...outer] = path.toReversed()
  let inner = form
  for (const key of outer.toReversed()) {
    const next = (inner[keyIn(inner, key)] ??= emptyForm())
    if (typeof next === 'string' || Array.isArray(next))
      throw invalid(`Conflicting values for ${name}`, { param: name })
    inner = next
  }
  const key = keyIn(inner, last)
  if (typeof inner[key] === 'object') throw invalid(`Conflicting values for ${name}`, { param: name })
  inner[key] = value
}

/** `list[]=x&list[]=y` counts up. */
const keyIn = (form: Form, key: string) => (key === '' ? String(Object.keys(form).length) : key)

/** An object whose keys are 0, 1, 2 … is a list, except in metadata, where people may number their keys. */
function listsIn(value: FormValue, name: string): FormValue {
  if (typeof value === 'string' || Array.isArray(value) || name === 'metadata') return value
  const entries = Object.entries(value).map(([key, inner]) => [key, listsIn(inner, key)] as const)
  const isList = name !== '' && entries.length > 0 && entries.every(([key], at) => key === String(at))
  if (isList) return entries.map(([, inner]) => inner)
  return Object.assign(emptyForm(), Object.fromEntries(entries))
}
