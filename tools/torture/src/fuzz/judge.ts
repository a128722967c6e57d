import type { ValidateFunction } from 'ajv/dist/2020.js'
import { jsonOf, wordOf, type Answer, type Wire } from '../asking/send.ts'
import { reached, type Described } from './document.ts'

const problemType = 'application/problem+json'

/** What is wrong with an answer: that it is not what the document promises, or our own fault. */
export function faultsOf({ method, path }: Wire, answer: Answer): string[] {
  const asked = reached(method === 'HEAD' ? 'GET' : method, path)
  const isSilent = isRefused(answer) || (method === 'OPTIONS' && wordOf(answer, 'allow') !== '')
  const faults = asked ? breaches(asked, method, answer) : isSilent ? [] : ['an unlisted address answers']
  if (answer.status === 500) faults.push('our own fault')
  if (!/^[\w-]{8,64}$/.test(wordOf(answer, 'x-request-id'))) faults.push('without x-request-id')
  if ([429, 503].includes(answer.status) && !/^\d+$/.test(wordOf(answer, 'retry-after')))
    faults.push('without Retry-After')
  if (answer.status >= 400 && method !== 'HEAD') faults.push(...problemFaults(answer))
  return faults
}

function breaches({ answers }: Described, method: string, answer: Answer): string[] {
  const documented = answers.get(answer.status)
  if (!documented) return ['status not in the document']
  if (method === 'HEAD') return []
  if (documented.size === 0) return answer.body.length > 0 ? ['a body where there should be none'] : []
  const type = wordOf(answer, 'content-type').split(';')[0]?.trim() ?? ''
  const validate = documented.get(type)
  if (!validate) return [`content type ${type || 'none'} not in the document`]
  return validate(type.endsWith('json') ? jsonOf(answer) : answer.body.toString()) ? [] : [wordsOf(validate)]
}

const wordsOf = ({ errors }: ValidateFunction): string =>
  `body: ${(errors ?? []).slice(0, 3).map((error) => `${error.instancePath} ${error.message}`).join('; ')}` // prettier-ignore

const isRefused = ({ status }: Answer) => status === 404 || status === 405

function problemFaults(answer: Answer): string[] {
  if (!wordOf(answer, 'content-type').startsWith(problemType)) return ['an error that is no problem document']
  const { status, type, code, title, detail } = jsonOf(answer) as Record<string, unknown>
  const isWhole =
    status === answer.status && type === code && [type, title, detail].every((word) => typeof word === 'string' && word)
  return isWhole ? [] : ['a problem document that is not whole']
}
