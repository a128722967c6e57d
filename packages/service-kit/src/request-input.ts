import express, { type Request, type RequestHandler, type Response } from 'express'
import type { z } from 'zod'
import type { Fault, FaultReason } from '@buy-locals/contracts/fault'
import type { Operation } from '@buy-locals/contracts/operation'
import { invalid, Problem } from '@buy-locals/contracts/problem'

type RequestPart = 'params' | 'query' | 'body' | 'headers'

/** A path that cannot name anything names nothing. */
export function readParams({ params }: Operation, req: Pick<Request, 'params'>): unknown {
  if (!params) return undefined
  const result = isStorable(req.params) ? params.safeParse(req.params) : undefined
  if (!result?.success) throw new Problem('not-found', 'There is no such thing')
  return result.data
}

export function readQuery({ query }: Operation, req: Pick<Request, 'query'>): unknown {
  return query && read(query, 'query', req.query)
}

const readJson = [express.json({ limit: '64kb', type: isJson }), '64kb'] as const
const readRaw = [express.raw({ limit: '1mb', type: () => true }), '1mb'] as const

export async function readBody({ body, raw }: Operation, req: Request, res: Response): Promise<unknown> {
  if (raw) {
    await run(readRaw, req, res)
    return Buffer.isBuffer(req.body) ? req.body : Buffer.alloc(0)
  }
  if (!body) return undefined
  const isEmpty = req.get('transfer-encoding') === undefined && (req.get('content-length') ?? '0') === '0'
  if (!isEmpty && !isJson(req)) throw new Problem('unsupported-media-type', 'The body must be application/json')
  if (!isEmpty) await run(readJson, req, res)
  return read(body, 'body', isEmpty ? {} : req.body)
}

/** `If-Match: "7"`, `7`, `W/"7"` or the longer tag that an answer had, `"7-…"`. */
export function readVersion({ conditional }: Operation, req: Request): number | undefined {
  if (!conditional || (conditional === 'if-sent' && req.get('if-match') === undefined)) return undefined
  const version = /^(?:W\/)?"?(\d{1,15})(?:-[\w-]+)?"?$/.exec(req.get('if-match') ?? '')?.[1]
  if (version === undefined) throw invalid(unusable('/headers/if-match', 'the version that was read, as in "7"'))
  return Number(version)
}

export function readIdempotencyKey({ idempotent }: Operation, req: Request): string | undefined {
  const sent = req.get('idempotency-key')
  if (!idempotent || (idempotent === 'if-sent' && sent === undefined)) return undefined
  const key = sent ?? ''
  if (key.length < 8 || key.length > 255) throw invalid(unusable('/headers/idempotency-key', '8 to 255 characters'))
  return key
}

function read(schema: z.ZodType, part: RequestPart, value: unknown): unknown {
  if (!isStorable(value)) throw invalid(unusable(`/${part}`, 'text with a character that is none'))
  const result = schema.safeParse(value, { reportInput: true })
  if (!result.success) throw invalid(...result.error.issues.flatMap((issue) => faultsOf(part, issue)))
  return result.data
}

function faultsOf(part: RequestPart, issue: z.core.$ZodIssue): Fault[] {
  const pointer = (path: readonly PropertyKey[]) => ['', part, ...path.map(escape)].join('/')
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => unusable(pointer([...issue.path, key]), 'there is no such field'))
  return [{ pointer: pointer(issue.path), detail: issue.message, ...reasonOf(issue) }]
}

function reasonOf(issue: z.core.$ZodIssue): FaultReason {
  if (issue.input === undefined) return { code: 'required' }
  if (issue.path.at(-1) === 'amount') return { code: 'not-an-amount' } // its bounds are in minor units
  switch (issue.code) {
    case 'too_small':
      return tooSmall(issue.origin, Number(issue.minimum))
    case 'too_big':
      return tooBig(issue.origin, Number(issue.maximum))
    case 'invalid_value':
      return { code: 'not-listed' }
    case 'invalid_type':
      return { code: issue.expected === 'int' && typeof issue.input === 'number' ? 'not-whole' : 'unusable' }
    case 'invalid_format':
      if (issue.format === 'email') return { code: 'not-an-email' }
      return { code: issue.format === 'url' ? 'not-a-web-address' : 'unusable' }
    default:
      return { code: 'unusable' }
  }
}

function tooSmall(origin: string, min: number): FaultReason {
  if (origin === 'array') return { code: 'too-few', min }
  if (origin !== 'string') return { code: 'too-small', min }
  return min > 1 ? { code: 'too-short', min } : { code: 'required' }
}

const tooBig = (origin: string, max: number): FaultReason => ({
  code: origin === 'array' ? 'too-many' : origin === 'string' ? 'too-long' : 'too-big',
  max,
})

const unusable = (pointer: string, detail: string): Fault => ({ pointer, detail, code: 'unusable' })

const escape = (part: PropertyKey) => String(part).replaceAll('~', '~0').replaceAll('/', '~1')

/** PostgreSQL stores neither U+0000 nor half a surrogate pair. No recursion: a body may be nested as deep as it is long. */
function isStorable(input: unknown): boolean {
  const left = [input]
  while (left.length > 0) {
    const value = left.pop()
    if (typeof value === 'string' && (!value.isWellFormed() || value.includes('\0'))) return false
    if (typeof value === 'object' && value !== null) for (const entry of Object.entries(value)) left.push(...entry)
  }
  return true
}

function isJson(req: { headers: { 'content-type'?: string | undefined } }): boolean {
  return /^application\/([\w.-]+\+)?json\s*(;|$)/i.test(req.headers['content-type'] ?? '')
}

async function run([parser, limit]: readonly [RequestHandler, string], req: Request, res: Response): Promise<void> {
  const error = await new Promise<unknown>((done) => void parser(req, res, done))
  if (error === undefined) return
  const { type, status } = error as { type?: string; status?: number }
  if (status === 413) throw new Problem('too-large', `The body may have ${limit}`)
  if (status === 415) throw new Problem('unsupported-media-type', 'The body must be JSON in UTF-8')
  if (type === 'entity.parse.failed') throw invalid(unusable('/body', 'not JSON'))
  if (status !== undefined && status < 500) throw invalid(unusable('/body', 'could not be read'))
  throw error
}
