import { operations } from '@buy-locals/contracts/operations'
import { problems, type ProblemCode } from '@buy-locals/contracts/problem'
import type { Operation } from '@buy-locals/contracts/operation'
import { z } from 'zod'
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject } from 'zod-openapi'

const header = { etag: 'ETag', retryAfter: 'Retry-After' }

const problemDocument = z
  .looseObject({
    type: z.string(),
    code: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    errors: z.array(z.object({ pointer: z.string(), detail: z.string() })).optional(),
  })
  .meta({ id: 'Problem', description: 'RFC 9457' })

/** The API as OpenAPI 3.1, from the table of operations and nothing else. */
export const openApiDocument = () =>
  createDocument({
    openapi: '3.1.1',
    info: {
      title: 'Buy Locals',
      version: '1',
      description: 'Find what is near, book a time, pay with protection, review truthfully.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/v1' }],
    tags: [...new Set(operations.map((op) => op.service))].sort().map((name) => ({ name })),
    paths: paths(),
    components: {
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
        cookie: { type: 'apiKey', in: 'cookie', name: 'bl_access' },
        manageLink: { type: 'apiKey', in: 'header', name: 'x-manage-token' },
      },
    },
  })

function paths(): ZodOpenApiPathsObject {
  const all: ZodOpenApiPathsObject = {}
  for (const op of operations) {
    const path = op.path.replaceAll(/:(\w+)/g, '{$1}')
    all[path] = { ...all[path], [op.method]: described(op) }
  }
  return all
}

function described(op: Operation): ZodOpenApiOperationObject {
  const headers = headersOf(op)
  return {
    operationId: op.id,
    tags: [op.service],
    summary: op.summary,
    security: security(op),
    'x-access': op.access,
    requestParams: {
      ...(op.params && { path: op.params }),
      ...(op.query && { query: op.query as z.ZodObject }),
      ...(headers && { header: headers }),
    },
    ...(op.body && {
      requestBody: {
        required: !op.body.safeParse(undefined).success,
        content: { 'application/json': { schema: op.body } },
      },
    }),
    ...(op.raw && { requestBody: { required: true, content: { 'application/json': { schema: z.looseObject({}) } } } }),
    responses: {
      [op.status]: success(op),
      ...(op.method === 'get' && op.returns && { 304: unchanged }),
      ...refusals(op),
    },
  }
}

function headersOf(op: Operation): z.ZodObject | undefined {
  if (op.idempotent) return z.object({ 'Idempotency-Key': z.string().min(8).max(255) })
  if (op.conditional)
    return z.object({ 'If-Match': z.string().meta({ description: 'The version that was read, in quotes' }) })
  return undefined
}

function security(op: Operation): Record<string, string[]>[] {
  const signedIn = [{ token: [] }, { cookie: [] }]
  if (op.access === 'machine') return []
  if (op.access === 'anyone') return [{}, ...signedIn]
  return op.access === 'booker' || op.access === 'party' ? [...signedIn, { manageLink: [] }] : signedIn
}

const unchanged = { description: 'Nothing has changed since the ETag of `If-None-Match`' }

function success(op: Operation) {
  const content = {
    ...(op.returns && { 'application/json': { schema: op.returns } }),
    ...(op.produces && { [op.produces]: { schema: z.string() } }),
  }
  const hasVersion = op.returns instanceof z.ZodObject && 'version' in op.returns.shape
  return {
    description: op.summary,
    ...(hasVersion && { headers: { [header.etag]: { schema: { type: 'string' as const } } } }),
    ...(Object.keys(content).length > 0 && { content }),
  }
}

/** What every operation can answer besides the refusals it names. */
function codesOf(op: Operation): ProblemCode[] {
  const signedIn = op.access !== 'anyone' && op.access !== 'machine'
  const codes: ProblemCode[] = [
    ...op.problems,
    'invalid-request',
    'too-many-requests',
    'upgrade-required',
    'internal',
    'unauthenticated', // a bearer token that is no longer good is refused everywhere
  ]
  if (op.params) codes.push('not-found')
  if (op.params && signedIn) codes.push('not-yet') // what was made a moment ago may still be on its way
  if (op.method !== 'get') codes.push('forbidden', 'too-large', 'unsupported-media-type')
  if (signedIn && op.access !== 'person') codes.push('forbidden')
  if (op.idempotent) codes.push('idempotency/key-reused', 'idempotency/in-progress')
  if (op.conditional) codes.push('stale')
  return [...new Set(codes)]
}

function refusals(op: Operation) {
  const byStatus = Map.groupBy(codesOf(op), (code) => problems[code].status)
  return Object.fromEntries(
    [...byStatus].map(([status, codes]) => [
      status,
      {
        description: codes.map((code) => `\`${code}\` ${problems[code].title}`).join(' · '),
        ...((status === 429 || status === 503) && {
          headers: { [header.retryAfter]: { schema: { type: 'integer' as const } } },
        }),
        content: { 'application/problem+json': { schema: problemDocument } },
      },
    ]),
  )
}
