import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import document from '@buy-locals/contracts/openapi.json' with { type: 'json' }

export type Schema = { [key: string]: unknown }
type Parameter = { in: string; name: string; required?: boolean; schema: Schema }
type Content = Record<string, { schema: Schema }>

export type Described = {
  id: string
  method: string
  pattern: RegExp
  query: Parameter[]
  body: Schema | undefined
  answers: ReadonlyMap<number, ReadonlyMap<string, ValidateFunction>>
}

type Entry = {
  operationId: string
  parameters?: Parameter[]
  requestBody?: { content: Content }
  responses: Record<string, { content?: Content }>
}

const ajv = new Ajv2020({ strict: false, validateFormats: false, allErrors: true })
ajv.addSchema({ $id: 'api', ...document } as Schema)

/** Every operation as the document describes it to strangers. */
export const described: readonly Described[] = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods as unknown as Record<string, Entry>).map(([method, entry]) => describe(path, method, entry)),
)

function describe(
  path: string,
  method: string,
  { operationId, parameters = [], requestBody, responses }: Entry,
): Described {
  const answers = Object.entries(responses).map(([status, { content = {} }]) => {
    const validators = Object.keys(content).map((type) => {
      const at = ['paths', path, method, 'responses', status, 'content', type, 'schema']
      return [type, ajv.compile({ $ref: `api#/${at.map(escape).join('/')}` })] as const
    })
    return [Number(status), new Map(validators)] as const
  })
  return {
    id: operationId,
    method: method.toUpperCase(),
    pattern: new RegExp(`^/v1${path.replaceAll(/\{\w+\}/g, '[^/]+')}/?$`, 'i'),
    query: parameters.filter((parameter) => parameter.in === 'query'),
    body: requestBody?.content['application/json']?.schema,
    answers: new Map(answers),
  }
}

/** What a reference in the document leads to. */
export function resolved(schema: Schema): Schema {
  const { $ref } = schema
  if (typeof $ref !== 'string') return schema
  const found = $ref
    .replace('#/', '')
    .split('/')
    .reduce<unknown>((at, key) => (at as Schema)[key], document)
  return found as Schema
}

/** The operation that a request reaches, as routers understand paths. */
export const reached = (method: string, path: string): Described | undefined =>
  described.find((one) => one.method === method && one.pattern.test(path.split(/[?#]/)[0] ?? ''))

function escape(part: string): string {
  return encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'))
}
