import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import document from '@buy-locals/contracts/openapi.json' with { type: 'json' }

export type Schema = { [key: string]: unknown }
type Parameter = { in: string; name: string; required?: boolean; schema: Schema }
type Content = Record<string, { schema: Schema }>

export type DocumentedOperation = {
  id: string
  method: string
  pattern: RegExp
  query: Parameter[]
  body: Schema | undefined
  responses: ReadonlyMap<number, ReadonlyMap<string, ValidateFunction>>
}

type Entry = {
  operationId: string
  parameters?: Parameter[]
  requestBody?: { content: Content }
  responses: Record<string, { content?: Content }>
}

const ajv = new Ajv2020({ strict: false, validateFormats: false, allErrors: true })
ajv.addSchema({ $id: 'api', ...document } as Schema)

/** Every operation as the OpenAPI document describes it. */
export const documentedOperations: readonly DocumentedOperation[] = Object.entries(document.paths).flatMap(
  ([path, methods]) =>
    Object.entries(methods as unknown as Record<string, Entry>).map(([method, entry]) => describe(path, method, entry)),
)

function describe(
  path: string,
  method: string,
  { operationId, parameters = [], requestBody, responses }: Entry,
): DocumentedOperation {
  const byStatus = Object.entries(responses).map(([status, { content = {} }]) => {
    const validators = Object.keys(content).map((type) => {
      const pointer = ['paths', path, method, 'responses', status, 'content', type, 'schema']
      return [type, ajv.compile({ $ref: `api#/${pointer.map(escape).join('/')}` })] as const
    })
    return [Number(status), new Map(validators)] as const
  })
  return {
    id: operationId,
    method: method.toUpperCase(),
    pattern: new RegExp(`^/v1${path.replaceAll(/\{\w+\}/g, '[^/]+')}/?$`, 'i'),
    query: parameters.filter((parameter) => parameter.in === 'query'),
    body: requestBody?.content['application/json']?.schema,
    responses: new Map(byStatus),
  }
}

export function resolveReference(schema: Schema): Schema {
  const { $ref } = schema
  if (typeof $ref !== 'string') return schema
  const found = $ref
    .replace('#/', '')
    .split('/')
    .reduce<unknown>((value, key) => (value as Schema)[key], document)
  return found as Schema
}

/** Paths are matched as the router matches them. */
export const findOperation = (method: string, path: string): DocumentedOperation | undefined =>
  documentedOperations.find(
    (operation) => operation.method === method && operation.pattern.test(path.split(/[?#]/)[0] ?? ''),
  )

function escape(part: string): string {
  return encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'))
}
