import { createHash } from 'node:crypto'
import { serialize, type SerializeOptions } from 'cookie'
import type { Request, Response } from 'express'
import type { Operation } from '@buy-locals/contracts/operation'

/** An answer as it leaves, or is kept for the next time it is asked for. */
export type Answered = { status: number; headers: Record<string, string | string[]>; body: string | undefined }

/** An answer that is no JSON. */
export type Text = { contentType: string; words: string }

export const text = (contentType: string, words: string): Text => new TextAnswer(contentType, words)

class TextAnswer {
  readonly contentType: string
  readonly words: string
  constructor(contentType: string, words: string) {
    this.contentType = contentType
    this.words = words
  }
}

export type Headers = {
  cookie(name: string, value: string, options?: SerializeOptions): void
  header(name: string, value: string): void
}

const secure = { httpOnly: true, sameSite: 'lax', path: '/' } as const

export function headersInto(headers: Answered['headers']): Headers {
  const cookies: string[] = []
  return {
    cookie: (name, value, options) => {
      cookies.push(serialize(name, value, { ...secure, ...options }))
      headers['set-cookie'] = cookies
    },
    header: (name, value) => {
      headers[name.toLowerCase()] = value
    },
  }
}

/** What the handler gave, stripped to what the contract promises. An answer that breaks the promise is our fault, not the client's. */
export function answered(operation: Operation, given: unknown, headers: Answered['headers']): Answered {
  const { status, returns } = operation
  if (given instanceof TextAnswer) {
    return { status, headers: { 'content-type': `${given.contentType}; charset=utf-8`, ...headers }, body: given.words }
  }
  if (!returns || status === 204) return { status, headers, body: undefined }
  const result = returns.safeParse(given)
  if (!result.success) throw new Error(`The answer of ${operation.id} breaks its contract`, { cause: result.error })
  const body = JSON.stringify(result.data)
  return {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', ...tag(operation, result.data, body), ...headers },
    body,
  }
}

/** `"7"` names a version; what is read may also tell the time of day, so its tag names the words as well: `"7-k3…"`. */
function tag({ method }: Operation, data: unknown, body: string): { etag?: string } {
  const of = typeof data === 'object' && data !== null && 'version' in data ? data.version : undefined
  const version = Number.isInteger(of) ? String(of) : ''
  const words = method === 'get' ? createHash('sha256').update(body).digest('base64url').slice(0, 16) : ''
  return version || words ? { etag: `"${[version, words].filter(Boolean).join('-')}"` } : {}
}

export function send(
  req: Request,
  res: Response,
  { method, cacheSeconds }: Operation,
  { status, headers, body }: Answered,
): void {
  const isPublic = cacheSeconds !== undefined && headers['set-cookie'] === undefined
  res.set('cache-control', isPublic ? `public, max-age=${cacheSeconds}` : 'no-store')
  res.removeHeader('allow')
  for (const [name, value] of Object.entries(headers)) res.set(name, value)
  const isKnown = method === 'get' && isSame(req.get('if-none-match'), headers['etag'])
  res.status(isKnown ? 304 : status).end(isKnown ? undefined : body)
}

const isSame = (known: string | undefined, tag: string | string[] | undefined): boolean =>
  known !== undefined && known.split(',').some((entry) => entry.trim().replace(/^W\//, '') === tag)
