import { createHash } from 'node:crypto'
import { serialize, type SerializeOptions } from 'cookie'
import type { Request, Response } from 'express'
import type { z } from 'zod'
import type { Operation } from '@buy-locals/contracts/operation'
import { showsSession } from './caller.ts'
import { stripTo } from './strip.ts'

/** A response as it is sent, or stored for a retry with the same Idempotency-Key. */
export type StoredResponse = { status: number; headers: Record<string, string | string[]>; body: string | undefined }

/** A response body that is not JSON. */
export type Text = { contentType: string; content: string }

export const text = (contentType: string, content: string): Text => new TextBody(contentType, content)

class TextBody {
  readonly contentType: string
  readonly content: string
  constructor(contentType: string, content: string) {
    this.contentType = contentType
    this.content = content
  }
}

export type Headers = {
  cookie(name: string, value: string, options?: SerializeOptions): void
  header(name: string, value: string): void
}

const secure = { httpOnly: true, sameSite: 'lax', path: '/' } as const

export function collectHeaders(headers: StoredResponse['headers']): Headers {
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

/** The handler's result, stripped to what the contract promises. A result that breaks the contract is our fault, not the client's. */
export function toResponse(operation: Operation, result: unknown, headers: StoredResponse['headers']): StoredResponse {
  const { status, returns } = operation
  if (result instanceof TextBody) {
    return {
      status,
      headers: { 'content-type': `${result.contentType}; charset=utf-8`, ...headers },
      body: result.content,
    }
  }
  if (!returns || status === 204) return { status, headers, body: undefined }
  const data = strip(operation, returns, result)
  const body = JSON.stringify(data)
  return {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', ...etagOf(operation, data, body), ...headers },
    body,
  }
}

function strip({ id }: Operation, returns: z.ZodType, result: unknown): unknown {
  try {
    return stripTo(returns, result)
  } catch (error) {
    throw new Error(`The response of ${id} breaks its contract`, { cause: error })
  }
}

/** `"7"` is a version. What is read may also depend on the time of day, so its tag names the content as well: `"7-k3…"`. */
function etagOf({ method }: Operation, data: unknown, body: string): { etag?: string } {
  const value = typeof data === 'object' && data !== null && 'version' in data ? data.version : undefined
  const version = Number.isInteger(value) ? String(value) : ''
  const content = method === 'get' ? createHash('sha256').update(body).digest('base64url').slice(0, 16) : ''
  return version || content ? { etag: `"${[version, content].filter(Boolean).join('-')}"` } : {}
}

export function send(
  req: Request,
  res: Response,
  { method, cacheSeconds }: Operation,
  { status, headers, body }: StoredResponse,
): void {
  const isPersonal = showsSession(req)
  const isPublic = cacheSeconds !== undefined && headers['set-cookie'] === undefined && !isPersonal
  res.set('cache-control', isPublic ? `public, max-age=${cacheSeconds}` : isPersonal ? 'private, no-store' : 'no-store')
  res.removeHeader('allow')
  for (const [name, value] of Object.entries(headers)) res.set(name, value)
  const isUnchanged = method === 'get' && isSame(req.get('if-none-match'), headers['etag'])
  res.status(isUnchanged ? 304 : status).end(isUnchanged ? undefined : body)
}

const isSame = (ifNoneMatch: string | undefined, tag: string | string[] | undefined): boolean =>
  ifNoneMatch !== undefined && ifNoneMatch.split(',').some((entry) => entry.trim().replace(/^W\//, '') === tag)
