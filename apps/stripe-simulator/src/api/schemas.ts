import { readFileSync } from 'node:fs'
import { Ajv, type ErrorObject, type FuncKeywordDefinition, type ValidateFunction } from 'ajv'
import { invalidRequest, missingParam, type StripeError } from './error.ts'
import type { Form, FormValue } from './form.ts'
import type { RequestName, ResponseName } from './sdk-types.ts'

const requests = schemasOf('requests', 'array')
const responses = schemasOf('responses', false)

/** A definition is compiled when something is first held against it: with all that it can refer to, most would take a second. */
function schemasOf(list: 'requests' | 'responses', coerceTypes: 'array' | false) {
  const text = readFileSync(new URL(`../generated/${list}.jsonl`, import.meta.url), 'utf8').trim()
  const lines = text.replaceAll('"$ref":"#/definitions/', '"definition":"').split('\n')
  const definitions = new Map(lines.map((line) => JSON.parse(line) as [string, object]))
  const code = { optimize: false } // a simulator lives a minute, in which that takes longer than it saves
  const ajv = new Ajv({ strict: false, allErrors: true, coerceTypes, validateSchema: false, code })
  const compiled = new Map<string, ValidateFunction>()
  const validatorOf = (name: string) => {
    const definition = definitions.get(name)
    if (!definition) throw new Error(`There is no definition of ${name}`)
    const validate = compiled.get(name) ?? ajv.compile(definition)
    compiled.set(name, validate)
    return validate
  }
  const check: FuncKeywordDefinition['validate'] & object = (name: string, data: unknown, _schema, place) => {
    const validate = validatorOf(decodeURIComponent(name)) // it was written as an address
    const isValid = validate(data, place)
    check.errors = validate.errors ?? []
    return isValid
  }
  ajv.addKeyword({ keyword: 'definition', schemaType: 'string', errors: 'full', modifying: true, validate: check })
  return validatorOf
}

/** Turns text into the types the SDK declares, in place, or refuses as Stripe does. */
export function checkRequest(name: RequestName, form: Form): void {
  const asSent = structuredClone(form)
  const validate = requests(name)
  if (!validate(form)) throw toStripeError(validate.errors ?? [])
  checkIntegers(asSent, form, '')
  if (name.endsWith('CreateParams')) checkNotEmpty(form)
}

export function responseErrors(name: ResponseName, body: unknown): string | undefined {
  const validate = responses(name)
  if (validate(body)) return undefined
  return (validate.errors ?? [])
    .map((error) => `${name}${error.instancePath} ${error.message ?? ''} ${JSON.stringify(error.params)}`)
    .join('; ')
}

function toStripeError(errors: ErrorObject[]): StripeError {
  const depth = (error: ErrorObject) =>
    error.instancePath.split('/').length + (error.keyword === 'additionalProperties' ? 0.5 : 0)
  const [worst] = errors.filter((error) => error.keyword !== 'anyOf').sort((a, b) => depth(b) - depth(a))
  const place = toParam(worst?.instancePath ?? '')
  const within = (name: string) => (place ? `${place}[${name}]` : name)
  const params = (worst?.params ?? {}) as Record<string, unknown>
  switch (worst?.keyword) {
    case 'additionalProperties': {
      const param = within(String(params['additionalProperty']))
      return invalidRequest(`Received unknown parameter: ${param}`, { code: 'parameter_unknown', param })
    }
    case 'required':
      return missingParam(within(String(params['missingProperty'])))
    case 'type':
      return params['type'] === 'number'
        ? invalidRequest(`Invalid integer: ${place}`, { code: 'parameter_invalid_integer', param: place })
        : invalidRequest(`Invalid ${String(params['type'])}: ${place}`, { param: place })
    case 'enum':
    case 'const': {
      const allowed =
        worst.keyword === 'enum' ? (params['allowedValues'] as string[]) : [String(params['allowedValue'])]
      return invalidRequest(`Invalid ${place}: must be one of ${allowed.join(', ')}`, { param: place })
    }
    default:
      return invalidRequest(`Invalid ${place}`, { param: place })
  }
}

function toParam(pointer: string): string {
  const [first = '', ...rest] = pointer.split('/').slice(1)
  return first + rest.map((key) => `[${key}]`).join('')
}

function checkNotEmpty(form: Form): void {
  const param = Object.keys(form).find((key) => form[key] === '')
  if (param === undefined) return
  throw invalidRequest(
    `You passed an empty string for '${param}'. We assume empty values are an attempt to unset a parameter; however '${param}' cannot be unset. You should remove '${param}' from your request or supply a non-empty value.`,
    { code: 'parameter_invalid_empty', param },
  )
}

/** Stripe's version 1 numbers are plain integers; `1e3`, `0x10` and `10.5` would otherwise slip through the coercion. */
function checkIntegers(sent: FormValue, read: unknown, param: string): void {
  if (typeof read === 'number' && typeof sent === 'string' && !/^-?\d{1,15}$/.test(sent)) {
    throw invalidRequest(`Invalid integer: ${sent}`, { code: 'parameter_invalid_integer', param })
  }
  if (typeof sent === 'string' || typeof read !== 'object' || read === null) return
  for (const [key, inner] of Object.entries(sent)) {
    checkIntegers(inner, (read as Record<string, unknown>)[key], param ? `${param}[${key}]` : key)
  }
}
