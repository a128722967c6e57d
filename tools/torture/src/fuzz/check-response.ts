import type { ValidateFunction } from 'ajv/dist/2020.js'
import { headerOf, jsonOf, type HttpRequest, type HttpResponse } from '../requests/http.ts'
import { findOperation, type DocumentedOperation } from './openapi.ts'

const problemType = 'application/problem+json'

/** How a response differs from what the OpenAPI document promises, and errors that are always ours. */
export function findViolations({ method, path }: HttpRequest, response: HttpResponse): string[] {
  const operation = findOperation(method === 'HEAD' ? 'GET' : method, path)
  const isNotFound = response.status === 404 || response.status === 405
  const mayBeUnlisted = isNotFound || (method === 'OPTIONS' && headerOf(response, 'allow') !== '')
  const violations = operation
    ? compare(operation, method, response)
    : mayBeUnlisted
      ? []
      : ['an unlisted address responds']
  if (response.status === 500) violations.push('an internal error')
  if (!/^[\w-]{8,64}$/.test(headerOf(response, 'x-request-id'))) violations.push('without x-request-id')
  if ([429, 503].includes(response.status) && !/^\d+$/.test(headerOf(response, 'retry-after')))
    violations.push('without Retry-After')
  if (response.status >= 400 && method !== 'HEAD') violations.push(...checkProblem(response))
  return violations
}

function compare({ responses }: DocumentedOperation, method: string, response: HttpResponse): string[] {
  const documented = responses.get(response.status)
  if (!documented) return ['status not in the document']
  if (method === 'HEAD') return []
  if (documented.size === 0) return response.body.length > 0 ? ['a body where there should be none'] : []
  const type = headerOf(response, 'content-type').split(';')[0]?.trim() ?? ''
  const validate = documented.get(type)
  if (!validate) return [`content type ${type || 'none'} not in the document`]
  const body = type.endsWith('json') ? jsonOf(response) : response.body.toString()
  return validate(body) ? [] : [formatErrors(validate)]
}

const formatErrors = ({ errors }: ValidateFunction): string =>
  `body: ${(errors ?? []).slice(0, 3).map((error) => `${error.instancePath} ${error.message}`).join('; ')}` // prettier-ignore

function checkProblem(response: HttpResponse): string[] {
  if (!headerOf(response, 'content-type').startsWith(problemType)) return ['an error that is no problem document']
  const { status, type, code, title, detail } = jsonOf(response) as Record<string, unknown>
  const isComplete =
    status === response.status &&
    type === code &&
    [type, title, detail].every((text) => typeof text === 'string' && text)
  return isComplete ? [] : ['an incomplete problem document']
}
